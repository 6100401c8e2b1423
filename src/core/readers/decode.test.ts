import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { decodeText } from './decode.ts'

const french = 'TenantName : Société Contoso – Montréal\r\n'
const japanese = 'アドレス: \\\\198.51.100.20\r\n'
const bytes = (text: string, encoding: string, addBOM = false) => iconv.encode(text, encoding, { addBOM })

describe('decodeText', () => {
  for (const encoding of ['utf8', 'utf16le', 'utf16be'])
    test(`${encoding} with a byte order mark`, () => {
      assert.equal(decodeText(bytes(french, encoding, true), 437), french)
      assert.equal(decodeText(bytes(japanese, encoding, true), null), japanese)
    })
  for (const encoding of ['utf8', 'utf16le', 'utf16be'])
    test(`${encoding} without a mark, whatever the code page`, () => {
      for (const page of [null, 437, 932, 1252]) assert.equal(decodeText(bytes(french, encoding), page), french)
    })
  test('the code page decides for anything else', () => {
    assert.equal(decodeText(bytes(french, 'cp1252'), 1252), french)
    assert.equal(decodeText(bytes('Schlüssel', 'cp850'), 850), 'Schlüssel')
    assert.equal(decodeText(bytes('Schlüssel', 'cp437'), 437), 'Schlüssel')
    assert.equal(decodeText(bytes(japanese, 'cp932'), 932), japanese)
    assert.equal(decodeText(bytes('Łódź', 'cp1250'), 1250), 'Łódź')
  })
  test('an unknown page, or none, means 1252', () => {
    for (const page of [null, 0, -1, 99_999]) assert.equal(decodeText(bytes(french, 'cp1252'), page), french)
  })
  const told: Readonly<Record<string, readonly string[]>> = {
    cp932: [
      japanese,
      '            フラグ: PDC GC DS\r\nコマンドは正常に完了しました\r\n',
      'TenantName : コントソ株式会社\r\n',
      '    (既定)    REG_SZ    データ\r\n',
    ],
    cp936: ['TenantName : 微软中国\r\n', '操作成功完成。\r\n', 'TenantName : 上海分公司（测试）\r\n'],
    cp850: ['La commande a été exécutée\r\n', 'Site: Köln\r\n', 'Straße und Schlüssel', 'ERROR: señal\r\n'],
    cp1252: [
      french,
      'TenantName : Müller & Söhne “Große” GmbH\r\n',
      'L’entreprise – “x”… 5 € ‚a‘\r\n',
      'cœur Šimon wait…what —really—\r\n',
      'ÄÖÜß éàèù Größe\r\n',
      'TenantName : Ýmir Æðey þing\r\n',
    ],
  }
  for (const [encoding, texts] of Object.entries(told))
    for (const text of texts)
      test(`of an unknown PC, the bytes tell ${encoding}: ${text.trim()}`, () => {
        assert.equal(decodeText(bytes(text, encoding), null), text)
        assert.equal(decodeText(bytes(`ASCII before\r\n${text}`, encoding), null), `ASCII before\r\n${text}`)
      })
  test('what is nothing of these means 1252', () => {
    for (const [text, encoding] of [
      ['Привет, мир и люди', 'cp1251'],
      ['Καλημέρα κόσμε', 'cp1253'],
      ['마이크로소프트 한국', 'cp949'],
    ] as const)
      assert.equal(decodeText(bytes(text, encoding), null), iconv.decode(bytes(text, encoding), 'cp1252'))
  })
  test('a wrong page shows: bytes E9 as 850 are the Ú of the captures', () => {
    assert.equal(decodeText(bytes('Répertoire par défaut', 'cp1252'), 850), 'RÚpertoire par dÚfaut')
  })
  test('page 65001 with a stray byte loses that byte only', () => {
    assert.equal(decodeText(Uint8Array.of(0x41, 0xff, 0xc3, 0xa9), 65001), 'A\ufffdé')
  })
  test('UTF-8 torn at both ends is still UTF-8', () => {
    const torn = bytes('é – Société – é', 'utf8').subarray(1, -1)
    assert.equal(decodeText(torn, 1252), ' – Société – ')
  })
  test('an accent of the code page at the very end is no torn UTF-8', () => {
    assert.equal(decodeText(bytes('TenantName : Café', 'cp1252'), 1252), 'TenantName : Café')
  })
  test('marks and NULs inside the text go, an odd byte at the end too', () => {
    assert.equal(decodeText(bytes('a\0b\ufeffc\u001a', 'utf8'), null), 'abc')
    assert.equal(decodeText(bytes(french, 'utf16le', true).subarray(0, -1), null), french.slice(0, -1))
    assert.equal(decodeText(new Uint8Array(), null), '')
  })
  test('plain bytes appended to UTF-16, and the other way round', () => {
    const first = 'TenantName : Société 株式会社コントソ\r\n'
    const second = 'Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN\r\n'
    for (const encoding of ['utf16le', 'utf16be'])
      assert.equal(
        decodeText(Buffer.concat([bytes(first, encoding, true), bytes(second, 'utf8')]), null),
        first + second,
      )
    const appended = decodeText(Buffer.concat([bytes(second, 'utf8'), bytes(second, 'utf16le')]), null)
    assert.equal(appended, second + second)
    const long = '株式会社コントソ東京本社情報システム部門管理者向け案内資料第一版改訂'.repeat(3)
    assert.equal(decodeText(bytes(long, 'utf16le', true), null), long)
  })
  test('any text survives its own encoding, and any bytes decode', () => {
    const line = fc.string({ unit: fc.constantFrom(...'abc :\r\nÄéß–'.split('')), minLength: 8, maxLength: 80 })
    fc.assert(fc.property(line, (text) => assert.equal(decodeText(bytes(text, 'utf8'), 1252), text)))
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(null, 437, 932, 1252),
        (any, page) => typeof decodeText(any, page) === 'string',
      ),
    )
  })
})
