import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readRegFile } from './reg-file.ts'

const read = (...lines: string[]) => {
  const found = readRegFile(lines.join('\r\n'))
  assert.ok(found.ok, found.ok ? '' : found.fault.message)
  return found.value.keys
}
const version5 = 'Windows Registry Editor Version 5.00'
const lsa = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Lsa'
const valuesOf = (...lines: string[]) =>
  read(version5, '', `[${lsa}]`, ...lines)['HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa']?.values

describe('.reg files', () => {
  test('every kind of data', () => {
    assert.deepEqual(
      valuesOf(
        '"Dword"=dword:0000000a',
        '"String"="C:\\\\Program Files\\\\Contoso \\"x\\""',
        '@="default"',
        '"Binary"=hex:DE,ad,be,ef',
        '"None"=hex(0):',
        '"Sz"=hex(1):61,00,62,00,00,00',
        '"Expand"=hex(2):25,00,41,00,25,00,00,00',
        '"Number"=hex(4):01,02,00,00',
        '"Big"=hex(5):00,00,00,01',
        '"Multi"=hex(7):61,00,00,00,62,00,63,00,00,00,00,00',
        '"Empty list"=hex(7):00,00',
        '"Qword"=hex(b):ff,ff,ff,ff,ff,ff,ff,ff',
        '"Odd"=hex(ffff0012):01',
      ),
      {
        Dword: ['REG_DWORD', 10],
        String: ['REG_SZ', 'C:\\Program Files\\Contoso "x"'],
        '': ['REG_SZ', 'default'],
        Binary: ['REG_BINARY', 'deadbeef'],
        None: ['REG_NONE', ''],
        Sz: ['REG_SZ', 'ab'],
        Expand: ['REG_EXPAND_SZ', '%A%'],
        Number: ['REG_DWORD', 513],
        Big: ['REG_DWORD_BIG_ENDIAN', '00000001'],
        Multi: ['REG_MULTI_SZ', ['a', 'bc']],
        'Empty list': ['REG_MULTI_SZ', []],
        Qword: ['REG_QWORD', '18446744073709551615'],
        Odd: ['REG_TYPE_FFFF0012', '01'],
      },
    )
  })
  test('bytes run over several lines, strings too, and comments are none of them', () => {
    assert.deepEqual(
      valuesOf(
        '; a comment',
        '"Long"=hex:00,01,\\',
        '  02,03,\\',
        '  04 ; end',
        '"Text"="one',
        '[no key]',
        'two" ; comment',
        '"After"=dword:00000001;x',
      ),
      { Long: ['REG_BINARY', '0001020304'], Text: ['REG_SZ', 'one\r\n[no key]\r\ntwo'], After: ['REG_DWORD', 1] },
    )
  })
  test('deleted values and keys are null', () => {
    const keys = read(
      version5,
      `[-${lsa}\\pku2u]`,
      `[${lsa}]`,
      '"Gone"=-',
      '@=-',
      '[-HKEY_USERS\\.DEFAULT\\X]',
      '"Stray"="x"',
    )
    assert.deepEqual(keys, {
      'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\pku2u': null,
      'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa': { values: { Gone: null, '': null } },
      'HKU\\.DEFAULT\\X': null,
    })
  })
  test('REGEDIT4 keeps one byte a character', () => {
    assert.deepEqual(
      read('REGEDIT4', '', '[HKEY_CURRENT_USER\\X]', '"E"=hex(2):25,41,25,00', '"M"=hex(7):61,00,62,00,00')['HKCU\\X']
        ?.values,
      {
        E: ['REG_EXPAND_SZ', '%A%'],
        M: ['REG_MULTI_SZ', ['a', 'b']],
      },
    )
  })
  test('REGEDIT4 keeps bytes of a code page', () => {
    const of = (...bytes: number[]) => {
      const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(',')
      return read('REGEDIT4', '[HKEY_CURRENT_USER\\X]', `"E"=hex(2):${hex},00`, '')['HKCU\\X']?.values?.['E']?.[1]
    }
    assert.equal(of(0x35, 0x20, 0x80, 0x20, 0xe9, 0x74), '5 € ét')
    assert.equal(of(0x83, 0x66, 0x81, 0x5b, 0x83, 0x5e), 'データ')
  })
  test('REGEDIT4 is known below a prompt, a comment, a fence, and between two files', () => {
    const four = ['REGEDIT4', '', '[HKEY_CURRENT_USER\\X]', '"E"=hex(2):25,41,25,00']
    const expand = ['REG_EXPAND_SZ', '%A%']
    for (const before of ['C:\\>type x.reg', '; made by hand', '```', 'Hello, this is the file:'])
      assert.deepEqual(read(before, ...four)['HKCU\\X']?.values, { E: expand }, before)
    const five = [version5, '[HKEY_CURRENT_USER\\Y]', '"E"=hex(2):25,00,41,00,25,00,00,00']
    assert.deepEqual(read(...four, ...five, ...four), {
      'HKCU\\X': { values: { E: expand } },
      'HKCU\\Y': { values: { E: expand } },
    })
  })
  test('every root gets its short name; one key in two spellings is one key', () => {
    const keys = read(
      version5,
      '[HKEY_CLASSES_ROOT\\.rdp]',
      '[HKEY_CURRENT_CONFIG]',
      '[hkey_local_machine\\A\\]',
      '"x"="1"',
      '[HKEY_LOCAL_MACHINE\\a]',
      '"X"="2"',
    )
    assert.deepEqual(keys, {
      'HKCR\\.rdp': { values: {} },
      HKCC: { values: {} },
      'HKLM\\A': { values: { x: ['REG_SZ', '2'] } },
    })
  })
  test('what is damaged is left out, not guessed', () => {
    assert.deepEqual(
      valuesOf(
        '"A"=dword:0000000g',
        '"B"=hex:0',
        '"C"=hex(4):01',
        '"D"="open',
        '"E"=dword:123456789',
        'F=dword:1',
        '"G"',
        '"H"="x" y',
        '"Ok"=dword:1',
        '',
      ),
      { Ok: ['REG_DWORD', 1] },
    )
    assert.deepEqual(valuesOf('"AllowOnlineID"=dword:0000000'), {})
  })
  test('bytes that were cut at the end of a line are left out; blank lines between them are not', () => {
    for (const cut of ['"A"=hex(7):61,00,00,00,\\', '"A"=hex:01,\\\r\n  02,\\\r\n', '"A"=hex:01,'])
      assert.deepEqual(valuesOf(cut), {}, cut)
    assert.deepEqual(valuesOf('"A"=hex:01,\\', '', '  02,\\', '', '  03', '', '"B"=dword:00000001'), {
      A: ['REG_BINARY', '010203'],
      B: ['REG_DWORD', 1],
    })
  })
  test('cut anywhere, no value is another one', () => {
    for (const first of [version5, 'REGEDIT4']) {
      const wide = first === version5
      const values = [
        '"D"=dword:0000000a',
        '"S"="a\\\\b \\"c\\""',
        `"E"=hex(2):25,${wide ? '00,41,00,25,00,00,' : '41,25,'}00`,
        `"M"=hex(7):61,${wide ? '00,00,00,62,00,63,00,00,00,\\\r\n  00,00,' : '00,62,63,\\\r\n  00,'}00`,
        '"Q"=hex(b):2a,00,00,00,00,00,00,00',
        '"Gone"=-',
      ]
      const text = [first, '', '[HKEY_CURRENT_USER\\X]', ...values, ''].join('\r\n')
      const whole = read(text)['HKCU\\X']?.values ?? {}
      assert.equal(Object.keys(whole).length, values.length)
      for (let end = 0; end < text.length; end++) {
        const found = readRegFile(text.slice(0, end))
        for (const [name, value] of Object.entries((found.ok && found.value.keys['HKCU\\X']?.values) || {}))
          assert.deepEqual(value, whole[name], text.slice(0, end))
      }
    }
  })
  for (const end of ['<br/>', '<br>', '<br />\n', '<br/>\r\n', '\n>> ', '\n> > ', '\n    > ', '\r', '\r\r\n'])
    test(`lines that end with ${JSON.stringify(end)}`, () => {
      const lines = ['', version5, '', `[${lsa}]`, '"AllowOnlineID"=dword:00000001', '"a"="b"', '']
      const expected = { AllowOnlineID: ['REG_DWORD', 1], a: ['REG_SZ', 'b'] }
      const values = (text: string) => {
        const found = readRegFile(text)
        return found.ok ? found.value.keys['HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa']?.values : found.fault
      }
      assert.deepEqual(values(lines.join(end)), expected)
      assert.deepEqual(values(`A mail\r\n\r\n${lines.join(end)}`), expected)
      const query = ['', lsa, '    AllowOnlineID    REG_DWORD    0x1', '    a    REG_SZ    b', '']
      assert.deepEqual(values(query.join(end)), expected)
    })
  test('a pasted part without its first line, quoted, and a name such as __proto__', () => {
    assert.deepEqual(readRegFile(`> [${lsa}]\n> "__proto__"=dword:00000001`), {
      ok: true,
      value: {
        keys: {
          'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa': {
            values: Object.fromEntries([['__proto__', ['REG_DWORD', 1]]]),
          },
        },
      },
    })
  })
  test('data keeps what would be markup elsewhere', () => {
    assert.deepEqual(valuesOf('"Html"="a<br/>b\u00a0c"', '"Quote"="> x"'), {
      Html: ['REG_SZ', 'a<br/>b\u00a0c'],
      Quote: ['REG_SZ', '> x'],
    })
  })
  test('any string comes back', () => {
    const name = fc.string({ unit: fc.constantFrom(...'ab "\\=@[];-é'.split('')), minLength: 1, maxLength: 12 })
    const data = fc.string({ unit: fc.constantFrom(...'ab "\\=@[];-é\r\n:'.split('')), maxLength: 30 })
    const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, data), { selector: ([key]) => key.toLowerCase() }), (values) => {
        const lines = values.map(([key, value]) => `${quoted(key)}=${quoted(value)}`)
        assert.deepEqual(valuesOf(...lines), Object.fromEntries(values.map(([key, value]) => [key, ['REG_SZ', value]])))
      }),
    )
  })
})

describe('reg query', () => {
  test('values of every kind', () => {
    assert.deepEqual(
      read(
        '',
        lsa,
        '    AllowOnlineID    REG_DWORD    0x1',
        '    Two  blanks here    REG_SZ    a    b',
        '    Empty    REG_SZ    ',
        '    List    REG_MULTI_SZ    a\\0b',
        '    Q    REG_QWORD    0x10',
        '    Raw    REG_BINARY    00FF',
        '    Bad    REG_DWORD    one',
        '',
      ),
      {
        'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa': {
          values: {
            AllowOnlineID: ['REG_DWORD', 1],
            'Two  blanks here': ['REG_SZ', 'a    b'],
            Empty: ['REG_SZ', ''],
            List: ['REG_MULTI_SZ', ['a', 'b']],
            Q: ['REG_QWORD', '16'],
            Raw: ['REG_BINARY', '00ff'],
          },
        },
      },
    )
  })
  for (const label of ['(Default)', '(Standard)', '(既定)', '(par défaut)'])
    test(`the default value as ${label}, set and not set`, () => {
      assert.deepEqual(
        read('HKEY_CURRENT_USER\\X', `    ${label}    REG_SZ    hello`, '    (Other)    REG_DWORD    0x2')['HKCU\\X']
          ?.values,
        {
          '': ['REG_SZ', 'hello'],
          '(Other)': ['REG_DWORD', 2],
        },
      )
      assert.deepEqual(read('HKEY_CURRENT_USER\\X', `    ${label}    REG_SZ    (nicht gesetzt)`)['HKCU\\X'], {
        values: {},
      })
    })
  test('without its indentation, and indented as a whole', () => {
    const expected = { 'HKCU\\X': { values: { AllowOnlineID: ['REG_DWORD', 1], 'Two words': ['REG_SZ', 'a b'] } } }
    const lines = ['HKEY_CURRENT_USER\\X', '    AllowOnlineID    REG_DWORD    0x1', '    Two words    REG_SZ    a b']
    assert.deepEqual(read(...lines.map((line) => line.trim())), expected)
    assert.deepEqual(read(...lines.map((line) => line.trim().replace(/ +/g, ' '))), expected)
    assert.deepEqual(read(...lines.map((line) => `    ${line}`)), expected)
    assert.deepEqual(read(...lines.map((line) => `\t${line}`)), expected)
  })
  test('a typed command is no value', () => {
    const typed = 'reg add HKLM\\X /v AllowOnlineID /t REG_DWORD /d 0x1'
    for (const line of [typed, `C:\\>${typed}`, 'AllowOnlineID /t REG_SZ x'])
      assert.deepEqual(read('HKEY_CURRENT_USER\\X', line), { 'HKCU\\X': {} }, line)
  })
  test('a type that was cut is none', () => {
    for (const cut of ['REG_DW', 'REG_', 'REG_DWORD', 'REG_DWORD    0x', 'REG_MADE_UP    00'])
      assert.deepEqual(read('HKEY_CURRENT_USER\\X', `    a    ${cut}`), { 'HKCU\\X': {} }, cut)
  })
  test('keys below are named, their values were not asked', () => {
    assert.deepEqual(read('HKEY_CURRENT_USER\\X', '    a    REG_SZ    b', '', 'HKEY_CURRENT_USER\\X\\Y'), {
      'HKCU\\X': { values: { a: ['REG_SZ', 'b'] } },
      'HKCU\\X\\Y': {},
    })
  })
})

describe('a translated error', () => {
  for (const text of [
    'FEHLER: Der angegebene Registrierungsschlüssel bzw. Wert wurde nicht gefunden.',
    'ERROR: The system was unable to find the specified registry key or value.',
    'エラー: 指定されたレジストリ キーまたは値が見つかりませんでした',
    'ERROR: Access is denied.',
    '',
    version5,
  ])
    test(`${JSON.stringify(text.slice(0, 40))} is unreadable`, () => {
      const found = readRegFile(text)
      assert.equal(found.ok ? 'read' : found.fault.code, 'unreadable')
    })
})
