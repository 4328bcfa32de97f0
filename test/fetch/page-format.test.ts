import { describe, expect, it } from 'vitest';
import { chooseEnding } from '../../src/fetch/page-format.ts';

describe('chooseEnding', () => {
  it.each([
    ['<!DOCTYPE html><html>', 'text/html', '/', '.html'],
    ['渡船复航', 'text/html', '/', '.html'],
    [
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
      'application/xhtml+xml',
      '/',
      '.html',
    ],
    ['<?xml version="1.0"?><html>', 'text/xml', '/', '.html'],
    ['<?xml version="1.0"?>\n<rss version="2.0">', 'text/html', '/', '.xml'],
    ['\ufeff<feed xmlns="http://www.w3.org/2005/Atom">', 'text/plain', '/', '.xml'],
    ['<rdf:RDF>', 'application/rdf+xml', '/', '.xml'],
    ['%PDF-1.7', 'text/html', '/', '.pdf'],
    ['%PDF-1.7', null, '/paper', '.pdf'],
    ['# عنوان', 'text/plain; ignored', '/a.md', null],
    ['# عنوان', 'text/plain', '/a.md', '.md'],
    ['# عنوان', 'text/plain', '/a', '.txt'],
    ['# عنوان', 'text/markdown', '/a', '.md'],
    ['{"version":"https://jsonfeed.org/version/1.1"}', 'application/feed+json', '/', '.json'],
    ['some text', 'application/octet-stream', '/a.txt', '.txt'],
    ['some text', 'application/octet-stream', '/a.exe', null],
    ['some text', null, '/', null],
    ['\x89PNG', 'image/png', '/a.html', null],
    ['PK', 'application/zip', '/a.md', null],
  ])('reads %j, said to be %s at %s, as %s', (body, type, path, ending) => {
    expect(chooseEnding(Buffer.from(body), type, `https://paper.example${path}`)).toBe(ending);
  });
});
