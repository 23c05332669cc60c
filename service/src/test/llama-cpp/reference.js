// What llama.cpp makes of a GGUF file: greedy answers to the prompts, and how probable it finds the
// texts. Usage: node reference.js <model.gguf> <out.json> [threads] [texts]
// With "texts" the prompts are left out. The prompts and texts lie under src/test/resources/llama-cpp.
import {readFileSync, readdirSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import path from "node:path";
import {getLlama} from "node-llama-cpp";

const ANSWER_TOKENS = 64;
const CHUNK = 32;
const resources = fileURLToPath(new URL("../resources/llama-cpp/", import.meta.url));

/** The prompt as one user's message in ChatML, which the three models were trained with. */
function chat(prompt) {
    return `<|im_start|>user\n${prompt}<|im_end|>\n<|im_start|>assistant\n`;
}

/** The first choices of the model, one after another, at most ANSWER_TOKENS. */
async function greedy(sequence, prompt) {
    await sequence.clearHistory();
    const answer = [];
    for await (const token of sequence.evaluate(prompt, {temperature: 0, yieldEogToken: true})) {
        answer.push(token);
        if (answer.length === ANSWER_TOKENS) break;
    }
    return answer;
}

/** For each token but the last: the model's first choice, and the negative log-probability of what follows. */
async function likelihood(sequence, tokens) {
    await sequence.clearHistory();
    const choices = [];
    const losses = [];
    for (let from = 0; from < tokens.length - 1; from += CHUNK) {
        const last = Math.min(from + CHUNK, tokens.length - 1);
        const input = tokens.slice(from, last).map((token, i) =>
            [token, {generateNext: {
                token: true,
                logits: {filter: {tokens: [tokens[from + i + 1]], includeSelected: true}},
                totalLogitWeight: true,
                options: {temperature: 0}
            }}]);
        const output = await sequence.controlledEvaluate(input);
        output.forEach(({next}, i) => {
            // The weight is the sum of exp(logit - largest logit); the first choice has the largest.
            choices.push(next.token);
            const all = next.logits.get(next.token) + Math.log(next.totalLogitWeight);
            losses.push(all - next.logits.get(tokens[from + i + 1]));
        });
    }
    return {choices, losses: losses.map((loss) => Number(loss.toFixed(5)))};
}

const [file, out, threads = "2", only] = process.argv.slice(2);
const llama = await getLlama({gpu: false, build: "never"});
const model = await llama.loadModel({modelPath: file});
const context = await model.createContext({contextSize: 2048, threads: Number(threads), flashAttention: false});
const sequence = context.getSequence();
const result = {model: path.basename(file), prompts: {}, texts: {}};

for (const name of readdirSync(resources + "texts").sort()) {
    const tokens = model.tokenize(readFileSync(`${resources}texts/${name}`, "utf8"), false);
    console.error(`text ${name}`);
    result.texts[path.parse(name).name] = {tokens, ...await likelihood(sequence, tokens)};
}
const kinds = only === "texts" ? {} : JSON.parse(readFileSync(resources + "prompts.json", "utf8"));
for (const [kind, prompts] of Object.entries(kinds)) {
    console.error(`prompts ${kind}`);
    result.prompts[kind] = [];
    for (const prompt of prompts) {
        const tokens = model.tokenize(chat(prompt), true);
        result.prompts[kind].push({tokens, answer: await greedy(sequence, tokens)});
    }
}
writeFileSync(out, JSON.stringify(result).replaceAll('{"tokens"', '\n{"tokens"') + "\n");
await llama.dispose();
