import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isPrompt, linesOf } from './text-lines.ts'

describe('linesOf', () => {
  for (const [name, end] of Object.entries({
    CRLF: '\r\n',
    LF: '\n',
    CR: '\r',
    'doubled CR': '\r\r\n',
    '<br/>': '<br/>\n',
    '<BR>': '<BR>',
  }))
    test(`ends lines at ${name}`, () => assert.deepEqual(linesOf(['a', '  b ', 'c'].join(end)), ['a', '  b ', 'c']))
  test('frees of quotes, fences, colors and no-break blanks, and keeps the margin', () => {
    assert.deepEqual(linesOf('> > ```text\n> >   a : b\n> > ```'), ['', '  a : b', ''])
    assert.deepEqual(linesOf('    > a\n\t> > b\n    >  c'), ['a', 'b', ' c'])
    assert.deepEqual(linesOf('\u001b[32m\u00a0\u00a0a\u001b[0m'), ['  a'])
    assert.deepEqual(linesOf('~~~\na\n~~~'), ['', 'a', ''])
  })
  test('entities of a web page, and only there', () => {
    assert.deepEqual(linesOf('&nbsp; a : b &amp; c<br>d : &lt;x&gt; &quot;&#39;'), ['  a : b & c', 'd : <x> "\''])
    assert.deepEqual(linesOf('a : ?x=1&amp;y=2\r\nb'), ['a : ?x=1&amp;y=2', 'b'])
  })
  test('a > inside a line stays', () => assert.deepEqual(linesOf('a > b\nc'), ['a > b', 'c']))
})

describe('isPrompt', () => {
  for (const line of [
    'C:\\Users\\adele>dsregcmd /status',
    'PS C:\\> nltest',
    '  PS D:\\x> a',
    'C:\\>',
    '$ cat x',
    'PS> klist',
  ])
    test(line, () => assert.ok(isPrompt(line)))
  for (const line of ['DC: \\\\DC01', 'C:\\Users', 'PSO : 1', 'AzureAdJoined : YES'])
    test(`not ${line}`, () => assert.ok(!isPrompt(line)))
})
