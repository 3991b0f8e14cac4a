/** A new account while it is filled in: its login, its access, and a first passphrase twice. */
import type { Access, NewAccount } from "../../backend";
import { goodPair } from "../../shared/form/passphrase";

export class AccountDraft {
  login = $state("");
  access = $state.raw<Access[]>(["contributor"]);
  passphrase = $state("");
  again = $state("");

  /** Whether the core can be asked. */
  ready(shortest: number): boolean {
    return (
      this.login.trim() !== "" &&
      this.access.length > 0 &&
      goodPair(this.passphrase, this.again, shortest)
    );
  }

  request(): NewAccount {
    return { login: this.login.trim(), access: this.access, passphrase: this.passphrase };
  }
}
