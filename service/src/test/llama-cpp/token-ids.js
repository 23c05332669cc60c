// Writes the token ids that llama.cpp gives to the strings of a JSON file, for one GGUF model:
//   node token-ids.js <model.gguf> <strings.json> <out.json> [name of another pre-tokenizer]
// "special" parses control tokens in the text, "plain" takes them as text. With a fourth argument
// the model's vocabulary is read with another pre-tokenizer (the metadata tokenizer.ggml.pre).
import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import path from "node:path";
import {getLlama} from "node-llama-cpp";

const [modelPath, stringsPath, outPath, preTokenizer] = process.argv.slice(2);
const strings = JSON.parse(await readFile(stringsPath, "utf8"));
const folder = await mkdtemp(path.join(tmpdir(), "token-ids-"));
try {
  const file = preTokenizer == null ? modelPath : await withPreTokenizer(modelPath, preTokenizer);
  const llama = await getLlama({gpu: false, build: "never", logLevel: "error"});
  const model = await llama.loadModel({modelPath: file, vocabOnly: true});
  const rows = (special) =>
    "[\n" + strings.map((s) => JSON.stringify([...model.tokenize(s, special)])).join(",\n") + "\n]";
  const source = JSON.stringify(path.basename(modelPath));
  await writeFile(outPath,
    `{"model": ${source},\n"special": ${rows(true)},\n"plain": ${rows(false)}}\n`);
  await model.dispose();
} finally {
  await rm(folder, {recursive: true, force: true});
}
process.exit(0);

// The value is spliced into the header; the data move by less than one alignment, and the file is
// padded, so that a load of the vocabulary alone accepts it.
async function withPreTokenizer(original, name) {
  const bytes = await readFile(original);
  const key = Buffer.from("tokenizer.ggml.pre");
  const type = bytes.indexOf(key) + key.length;
  const length = Number(bytes.readBigUInt64LE(type + 4));
  const value = Buffer.alloc(8 + Buffer.byteLength(name));
  value.writeBigUInt64LE(BigInt(Buffer.byteLength(name)));
  value.write(name, 8);
  const patched = path.join(folder, "patched.gguf");
  await writeFile(patched, Buffer.concat([
    bytes.subarray(0, type + 4), value, bytes.subarray(type + 12 + length), Buffer.alloc(4096)
  ]));
  return patched;
}
