import { cleanName, endingOf, withEnding } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ada\\notes.txt', 'notes.txt'],
    ['/', 'file'],
    ['..', 'file'],
    ['...', 'file'],
    ['', 'file'],
    [undefined, 'file'],
    ['a\r\nSet-Cookie: x=1', 'aSet-Cookie: x=1'],
    ['a\0b.png', 'ab.png'],
    ['invoice\u202egpj.exe', 'invoicegpj.exe'],
    ['zero\u200bwidth\ufeff.txt', 'zerowidth.txt'],
    ['evil.exe. . .', 'evil.exe'],
    ['.bashrc', 'bashrc'],
    ['  two   words .txt ', 'two words .txt'],
    ['e\u0301tude.pdf', '\u00e9tude.pdf'],
    ['lone\ud800.txt', 'lone.txt'],
    ['👩\u200d🔬 lab.png', '👩\u200d🔬 lab.png'],
    ['تقرير.pdf', 'تقرير.pdf'],
  ])('%j is %j', (given, name) => {
    expect(cleanName(given)).toBe(name);
  });

  it('is cut before its ending, and between characters', () => {
    expect(cleanName(`${'x'.repeat(300)}.tar.gz`)).toBe(`${'x'.repeat(197)}.gz`);
    expect(cleanName('x'.repeat(300))).toHaveLength(200);
    expect(cleanName(`${'x'.repeat(195)}🙂.png`)).toBe(`${'x'.repeat(195)}.png`);
    expect(cleanName(`a.${'x'.repeat(300)}`)).toHaveLength(200);
  });

  it('has the ending of its type', () => {
    expect(endingOf('A.PNG')).toBe('.png');
    expect(endingOf('png')).toBe('');
    expect(withEnding('a.JPEG', ['.jpg', '.jpeg'])).toBe('a.JPEG');
    expect(withEnding('a.html', ['.png'])).toBe('a.html.png');
    expect(withEnding('thumbnail', ['.png'])).toBe('thumbnail.png');
    expect(withEnding('x'.repeat(200), ['.png'])).toBe(`${'x'.repeat(196)}.png`);
  });
});
