/** The risk register as it was last read. */
import { call, type RiskList, type RiskRow } from "../../backend";
import { lasting } from "../../shared/feedback/forget";
import { Resource } from "../../shared/feedback/resource.svelte";

class Register extends Resource<RiskList> {
  /** Puts a risk that was just saved in the place of its old row. */
  replace(risk: RiskRow): void {
    const list = this.value;
    if (list === null) return;
    const risks = list.risks.map((row) => (row.number === risk.number ? risk : row));
    this.put({ ...list, risks });
  }

  /** Takes out the row of a risk that was just removed. */
  drop(number: string): void {
    const list = this.value;
    if (list === null) return;
    this.put({ ...list, risks: list.risks.filter((row) => row.number !== number) });
  }
}

export const register = lasting(new Register(() => call("risk::list", {})));
