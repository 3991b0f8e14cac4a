// @vitest-environment node
import { build } from "vite";
import { beforeAll, describe, expect, it } from "vitest";

describe("the shipped build", () => {
  const files = new Map<string, string>();

  beforeAll(async () => {
    const output = await build({ mode: "production", logLevel: "silent", build: { write: false } });
    const bundles = Array.isArray(output) ? output : [output];
    for (const bundle of bundles) {
      if (!("output" in bundle)) continue;
      for (const file of bundle.output) {
        files.set(file.fileName, file.type === "chunk" ? file.code : String(file.source));
      }
    }
  }, 120_000);

  const code = () => [...files].filter(([name]) => name.endsWith(".js"));

  it("holds the window", () => {
    expect(code().some(([, text]) => text.includes("workspace::home"))).toBe(true);
  });

  it.each(["Lakeside", "bridge", "/call", "localhost", "127.0.0.1"])(
    "holds no trace of %s",
    (word) => {
      for (const [name, text] of code()) expect(text.includes(word), name).toBe(false);
    },
  );

  it("runs under a policy without inline scripts, eval and foreign sources", () => {
    const page = files.get("index.html") ?? "";
    expect(page).toMatch(/<script type="module"[^>]* src="\.\/assets\//);
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=/);
    for (const [name, text] of code()) expect(text, name).not.toMatch(/\beval\(|new Function\(/);
    for (const [name, text] of files) {
      if (name.endsWith(".css")) expect(text, name).not.toMatch(/url\((?!["']?\.)/);
    }
  });
});
