import { stat } from "node:fs/promises";
import type { Plugin } from "vite";
import { interpreterFiles } from "./interpreter-files.ts";
import { makeInterpreterFile, pythonSources } from "./snapshot.ts";

const name = "virtual:python-interpreter";
const resolved = `\0${name}`;

/**
 * Makes the module `virtual:python-interpreter`: where the interpreter's files are served from the site
 * itself. The memory of a started interpreter is made when it is first needed, and kept.
 */
export function pythonInterpreter(): Plugin {
  return {
    name: "python-interpreter",
    resolveId: (id) => (id === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      for (const source of await pythonSources()) this.addWatchFile(source);
      const imports: string[] = [];
      const members: string[] = [];
      for (const file of interpreterFiles) {
        const path = await makeInterpreterFile(file);
        const { size } = await stat(path);
        imports.push(`import ${file} from ${JSON.stringify(`${path}?url`)};`);
        members.push(`${file}: { url: ${file}, size: ${size} }`);
      }
      return `${imports.join("\n")}\nexport const served = { ${members.join(", ")} };\n`;
    },
  };
}
