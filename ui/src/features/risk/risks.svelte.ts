/** The risk register as it was last read. */
import { call, type RiskDetail, type RiskListResponse } from "../../backend";
import { Resource } from "../../shared/feedback/resource.svelte";

class Register extends Resource<RiskListResponse> {
  /** Puts a risk that was just saved in the place of its old row. */
  replace(risk: RiskDetail): void {
    const list = this.value;
    if (list === null) return;
    const risks = list.risks.map((row) => (row.number === risk.number ? { ...row, ...risk } : row));
    this.put({ ...list, risks });
  }
}

export const register = new Register(() => call("risk::list", {}));
