/** Words at a place on a page, in points from its lower left corner. */
export interface PdfText {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

/** What a written PDF may lack or hold. */
export interface PdfOptions {
  /** Leaves out the table that says which character a glyph is. */
  readonly isUnmapped?: boolean;
  /** Says that the file is encrypted with a password. */
  readonly isEncrypted?: boolean;
}

/** The bytes of a PDF with the given pages. Characters of all scripts, one glyph each, half or a whole size wide. */
export function writePdf(
  pages: readonly (readonly PdfText[])[],
  { isUnmapped = false, isEncrypted = false }: PdfOptions = {},
): Buffer {
  const used = [...new Set(pages.flat().flatMap(({ text }) => [...text]))].sort();
  const glyphs = new Map(used.map((character, at) => [character, at + 1]));
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (content: string): string =>
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const unicode = isUnmapped ? null : add(stream(unicodeTable(glyphs)));
  const widths = used.map((character) => (isWide(character) ? 1000 : 500)).join(' ');
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  const cid = add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ' +
      `/FontDescriptor ${descriptor} 0 R /DW 500 /W [1 [${widths}]] >>`,
  );
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [${cid} 0 R]` +
      `${unicode === null ? '' : ` /ToUnicode ${unicode} 0 R`} >>`,
  );
  const contents = pages.map((texts) => add(stream(texts.map((text) => drawText(text, glyphs)).join('\n'))));
  const tree = objects.length + pages.length + 1;
  const kids = contents.map((content) =>
    add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 600 800] /Contents ${content} 0 R /Resources << /Font << /F ${font} 0 R >> >> >>`,
    ),
  );
  add(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`);
  const root = add(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
  const lock = '00'.repeat(32);
  const encrypt = isEncrypted
    ? add(`<< /Filter /Standard /V 1 /R 2 /O <${lock}> /U <${lock}> /P -44 >>`)
    : null;
  const extra = encrypt === null ? '' : ` /Encrypt ${encrypt} 0 R /ID [<${lock}> <${lock}>]`;
  return Buffer.from(assemble(objects, `/Root ${root} 0 R${extra}`), 'latin1');
}

function assemble(objects: readonly string[], trailer: string): string {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
}

function drawText({ x, y, size, text }: PdfText, glyphs: ReadonlyMap<string, number>): string {
  const codes = [...text].map((character) => hex(glyphs.get(character) ?? 0)).join('');
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET`;
}

function unicodeTable(glyphs: ReadonlyMap<string, number>): string {
  const entries = [...glyphs].map(
    ([character, glyph]) => `<${hex(glyph)}> <${Buffer.from(character, 'utf16le').swap16().toString('hex')}>`,
  );
  return (
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def\n' +
    `1 begincodespacerange <0000> <ffff> endcodespacerange\n${entries.length} beginbfchar\n${entries.join('\n')}\nendbfchar\n` +
    'endcmap end end'
  );
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

function isWide(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u.test(character);
}
