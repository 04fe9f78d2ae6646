import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores(["**/dist/", "**/node_modules/"]),
  {
    files: ["**/*.{ts,tsx}"],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      complexity: ["error", 8],
      eqeqeq: "error",
      "max-lines": ["error", { max: 150, skipBlankLines: true, skipComments: true }],
      "max-statements": ["error", 25],
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Text goes through text nodes." },
        { property: "outerHTML", message: "Text goes through text nodes." },
        { property: "insertAdjacentHTML", message: "Text goes through text nodes." },
      ],
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // Tests tell stories, which may be longer than the code they are about.
    files: ["**/*.test.{ts,tsx}", "**/tests/**"],
    rules: { "max-lines": ["error", 300], "max-statements": "off" },
  },
  {
    files: ["**/*.js"],
    extends: [js.configs.recommended],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } },
  },
);
