// Computes the formulas of a file with IronCalc: node ironcalc.mjs PACKAGES LINES RESULTS
// PACKAGES is a folder in which `npm install` put @ironcalc/wasm.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

const CHUNK = 400;
const SECONDS = 60;
const NUMBER = 1, BOOLEAN = 4, ERROR = 16;

const escaped = text => text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
const unescaped = text => text.replace(/\\(.)/g, (_, c) => c === 't' ? '\t' : c === 'n' ? '\n' : c === 'r' ? '\r' : c);

/** What a person would type to get this value. */
function typed(value) {
  return value.startsWith('"') ? "'" + unescaped(value.slice(1, -1)) : value;
}

/** The exponent of three digits is printed wrongly, so it is taken from the general format. */
function number(scientific, general) {
  const match = /^(-?[\d.]+)E([+-])(\d+)$/.exec(scientific);
  if (!match) return scientific;
  if (match[3].length <= 2) return String(Number(scientific));
  const exponent = Number(/E([+-]\d+)$/.exec(general)?.[1] ?? 0);
  const candidates = [exponent - 1, exponent, exponent + 1].map(e => Number(match[1] + 'E' + e));
  const near = Number(general);
  return String(candidates.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0]);
}

async function compute(packages, cells, formulas) {
  const require = createRequire(pathToFileURL(resolve(packages, 'package.json')));
  const { Model, initSync } = await import(pathToFileURL(require.resolve('@ironcalc/wasm/wasm.js')));
  initSync({ module: readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm')) });
  const model = new Model('proof', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  model.renameSheet(0, 'Data');
  for (const [row, column, value] of cells) model.setUserInput(0, row, column, typed(value));
  const refused = new Set();
  for (const [row, column, text] of formulas) {
    try {
      model.setUserInput(0, row, column, '=' + text);
    } catch (e) {
      refused.add(row);
    }
  }
  model.resumeEvaluation();
  model.evaluate();
  const column = formulas[0][1];
  const area = { sheet: 0, row: formulas[0][0], column, width: 1, height: formulas.at(-1)[0] - formulas[0][0] + 1 };
  const shown = format => {
    model.updateRangeStyle(area, 'num_fmt', format);
    return formulas.map(([row]) => model.getFormattedCellValue(0, row, column));
  };
  const scientific = shown('0.00000000000000E+00');
  const general = shown('general');
  return formulas.map(([row], i) => {
    if (refused.has(row)) return 'refused';
    const type = model.getCellType(0, row, column);
    if (type === NUMBER) return number(scientific[i], general[i]);
    return type === BOOLEAN || type === ERROR ? general[i] : '"' + escaped(general[i]) + '"';
  });
}

function inWorker(packages, cells, formulas) {
  return new Promise(done => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { packages, cells, formulas } });
    const timer = setTimeout(() => { worker.terminate(); done(null); }, SECONDS * 1000);
    const end = result => { clearTimeout(timer); worker.terminate(); done(result); };
    worker.on('message', end);
    worker.on('error', () => end(null));
  });
}

/** A formula that breaks the engine is found by halves. */
async function all(packages, cells, formulas) {
  const result = await inWorker(packages, cells, formulas);
  if (result) return result;
  if (formulas.length === 1) return ['crashed'];
  const half = formulas.length >> 1;
  return [...await all(packages, cells, formulas.slice(0, half)), ...await all(packages, cells, formulas.slice(half))];
}

if (isMainThread) {
  const [packages, linesFile, resultsFile] = process.argv.slice(2);
  const lines = readFileSync(linesFile, 'utf8').split('\n').filter(l => l).map(l => l.split('\t'));
  const of = kind => lines.filter(l => l[0] === kind).map(l => [Number(l[1]), Number(l[2]), l[3]]);
  const cells = of('cell'), formulas = of('formula');
  const results = [];
  for (let i = 0; i < formulas.length; i += CHUNK) {
    results.push(...await all(packages, cells, formulas.slice(i, i + CHUNK)));
  }
  writeFileSync(resultsFile, results.join('\n') + '\n');
} else {
  const { packages, cells, formulas } = workerData;
  parentPort.postMessage(await compute(packages, cells, formulas));
}
