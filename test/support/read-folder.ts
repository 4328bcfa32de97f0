import { listCorpus, readCorpusFile } from '../../src/corpus/read-corpus.ts';

/** Run as a process of its own, which may be killed should it hang: reads a folder and prints what came of each file. */
const [folder = ''] = process.argv.slice(2);
const { files, setAside, otherCount } = listCorpus(folder, new Set(['.md']));
const read = files.map((file) => {
  const result = readCorpusFile(file);
  return 'bytes' in result ? { file: file.file, text: Buffer.from(result.bytes).toString() } : result;
});
process.stdout.write(JSON.stringify({ read, setAside, otherCount }));
