/**
 * The one place the window learns the shape of a command.
 *
 * `Commands` maps each command's name to its request and response.
 */
import type * as document from "./document";
import type * as policy from "./policy";
import type * as practice from "./practice";
import type * as risk from "./risk";
import type * as workspace from "./workspace";

export type * from "./common";
export type * from "./document";
export type * from "./error";
export type * from "./policy";
export type * from "./practice";
export type * from "./risk";
export type * from "./workspace";

export type Nothing = Record<string, never>;
type Command<Request, Response> = { request: Request; response: Response };

export type Commands = {
  "workspace::recent": Command<Nothing, workspace.RecentResponse>;
  "workspace::sample": Command<Nothing, workspace.SampleResponse>;
  "workspace::open": Command<workspace.OpenRequest, workspace.OpenResponse>;
  "workspace::close": Command<Nothing, Nothing>;
  "workspace::home": Command<Nothing, workspace.HomeResponse>;
  "risk::list": Command<Nothing, risk.RiskListResponse>;
  "risk::get": Command<{ number: string }, risk.RiskDetail>;
  "risk::rate": Command<risk.RateRequest, risk.RateResponse>;
  "risk::save": Command<risk.RiskSaveRequest, risk.RiskSaveResponse>;
  "policy::list": Command<Nothing, policy.PolicyListResponse>;
  "policy::get": Command<policy.PolicyGetRequest, policy.PolicyGetResponse>;
  "policy::lint": Command<policy.LintRequest, policy.LintResponse>;
  "policy::save_statement": Command<policy.SaveStatementRequest, policy.SaveStatementResponse>;
  "practice::list": Command<Nothing, practice.PracticeListResponse>;
  "practice::check": Command<practice.CheckRequest, practice.CheckResponse>;
  "practice::judge": Command<practice.JudgeRequest, practice.CheckResponse>;
  "document::list": Command<Nothing, document.DocumentListResponse>;
  "document::write": Command<document.WriteRequest, document.WriteResponse>;
  "document::sign": Command<document.SignRequest, document.SignResponse>;
  "document::verify": Command<{ path: string }, document.VerifyReport>;
};
