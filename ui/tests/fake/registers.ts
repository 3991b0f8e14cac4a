/** The registers of the fake's policies: exceptions, to whom a version was given, and who has read it. */
import type { PolicyDetail, PolicyException } from "../../src/backend";
import { Failure } from "../../src/backend";
import { find, type Core } from "./core";
import type { FakeLibrary } from "./library";

type Acts = Pick<
  Core,
  `policy::${"grant_exception" | "end_exception" | "distribute" | "acknowledge"}`
>;

const TODAY = "2026-11-21";

export function registers(library: FakeLibrary): Acts {
  return {
    "policy::grant_exception": ({ policy, ...asked }) => {
      const one = library.named(policy);
      if (asked.until > `${Number(asked.from.slice(0, 4)) + 1}${asked.from.slice(4)}`) {
        const message = "At most 12 months after the first day.";
        throw new Failure("invalid", "", null, [{ field: "until", code: "too_late", message }]);
      }
      const number = `E-${String(one.exceptions.length + 1).padStart(2, "0")}`;
      return granted(one, [...one.exceptions, { number, granted_by: "P-001", ...asked }]);
    },
    "policy::end_exception": ({ policy, number, reason }) => {
      const one = library.named(policy);
      find(one.exceptions, (exception) => exception.number === number);
      return granted(
        one,
        one.exceptions.map((exception) =>
          exception.number === number ? { ...exception, ended: { on: TODAY, reason } } : exception,
        ),
      );
    },
    "policy::distribute": ({ policy, version, ...given }) => {
      const one = library.named(policy, version);
      const distribution = [...one.version.distribution, given];
      library.put(one, { ...one.version, distribution });
      return one;
    },
    "policy::acknowledge": ({ policy, version, names, on, how }) => {
      const one = library.named(policy, version);
      const read = names.map((who) => ({ who, on, how }));
      const acknowledgements = [...one.version.acknowledgements, ...read];
      library.put(one, { ...one.version, acknowledgements });
      return one;
    },
  };
}

function granted(one: PolicyDetail, exceptions: PolicyException[]): PolicyDetail {
  one.exceptions = exceptions;
  return one;
}
