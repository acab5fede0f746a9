const OPENING = /\{\s*(\w+)\s*([,}])/y;

/** Past one `{…}` block whose brace stands at `start`. */
const endOfBlock = (message: string, start: number) => {
  let depth = 0;
  for (let at = start; at < message.length; at += 1) {
    if (message[at] === '{') depth += 1;
    if (message[at] === '}' && --depth === 0) return at + 1;
  }
  throw new Error(`A brace is not closed: ${message}`);
};

/** The sentences of a plural or a select: what stands in braces behind each of its cases. */
const branchesOf = (block: string) => {
  const branches: string[] = [];
  for (let at = block.indexOf('{', 1); at > 0; at = block.indexOf('{', at)) {
    const end = endOfBlock(block, at);
    branches.push(block.slice(at + 1, end - 1));
    at = end;
  }
  return branches;
};

/** The names of everything that an ICU message wants to be given: arguments and tags, each once, sorted. */
export const placeholdersOf = (message: string): string[] => {
  const found = new Set([...message.matchAll(/<(\w+)>/g)].map(([, tag]) => `<${tag}>`));
  for (let at = message.indexOf('{'); at >= 0; at = message.indexOf('{', at)) {
    OPENING.lastIndex = at;
    const [, name, next] = OPENING.exec(message) ?? [];
    if (!name) throw new Error(`Not an argument: ${message.slice(at)}`);
    const end = endOfBlock(message, at);
    found.add(name);
    if (next === ',')
      branchesOf(message.slice(at, end)).forEach((b) => placeholdersOf(b).forEach((p) => found.add(p)));
    at = end;
  }
  return [...found].sort();
};
