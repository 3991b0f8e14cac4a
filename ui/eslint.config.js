import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const tauri = {
  group: ["@tauri-apps/*"],
  message: "Only src/backend/ speaks to the host.",
};

const layers = (...patterns) => ({
  "no-restricted-imports": ["error", { patterns: [tauri, ...patterns] }],
});

export default ts.config(
  { ignores: ["dist/", "node_modules/", "src/backend/bindings/"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      "no-console": "error",
      "no-undef": "off",
      eqeqeq: "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "max-lines": ["error", { max: 350, skipComments: true }],
      "svelte/no-at-html-tags": "error",
      "svelte/require-each-key": "error",
      "svelte/button-has-type": "error",
      // Addresses are hashes made by `href()`: there is no SvelteKit to resolve them.
      "svelte/no-navigation-without-resolve": "off",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig },
    },
  },
  {
    files: ["src/shared/**"],
    rules: layers({
      group: ["**/features/**", "**/shell/**"],
      message: "shared/ knows no feature and no shell.",
    }),
  },
  {
    files: ["src/features/**"],
    rules: layers({
      group: ["**/features/**", "**/shell/**", "../../../features/**"],
      message: "A feature imports no other feature; the shell composes them.",
    }),
  },
  { files: ["src/shell/**", "src/routes/**", "src/*.ts"], rules: layers() },
);
