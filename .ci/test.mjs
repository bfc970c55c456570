// All checks in the order in which they fail fastest; the last line counts them.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const reports = mkdtempSync(join(tmpdir(), "why502-"));
const unitReport = join(reports, "unit.json");
const journeyReport = join(reports, "journeys.json");

function run(command, environment = {}) {
  console.log(`\n> ${command}`);
  const { status } = spawnSync(command, {
    shell: true,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

function countUnitTests(succeeded) {
  const report = readReport(unitReport);
  const failed = report?.numFailedTests ?? 0;
  return { passed: report?.numPassedTests ?? 0, failed: succeeded ? failed : Math.max(failed, 1) };
}

function countJourneys(succeeded) {
  const stats = readReport(journeyReport)?.stats;
  const failed = stats?.unexpected ?? 0;
  const late = stats?.flaky ?? 0;
  if (late > 0) console.log(`\n${late} of the journeys passed at the second try only`);
  return {
    passed: (stats?.expected ?? 0) + late,
    failed: succeeded ? failed : Math.max(failed, 1),
  };
}

const countOne = (succeeded) => ({ passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 });

const steps = [
  { command: "npx biome ci .", count: countOne },
  { command: "npx tsc --noEmit", count: countOne },
  {
    command: `npx vitest run --reporter=default --reporter=json --outputFile.json="${unitReport}"`,
    count: countUnitTests,
  },
  { command: "npx vite build", count: countOne },
  {
    command: "npx playwright test --reporter=line,json",
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: journeyReport },
    count: countJourneys,
  },
];

let passed = 0;
let failed = 0;
for (const { command, environment, count } of steps) {
  const counted = count(run(command, environment));
  passed += counted.passed;
  failed += counted.failed;
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
