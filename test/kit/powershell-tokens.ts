/**
 * A small tokenizer for the PowerShell that the exports are made of: enough to tell what is text and what is code. It
 * knows comments, both kinds of strings with every quotation mark that PowerShell takes for one, variables, type
 * literals, operators and words. Source: "about_Quoting Rules",
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
type Kind = 'comment' | 'literal' | 'expandable' | 'variable' | 'type' | 'word' | 'sign' | 'newline'

export interface Token {
  readonly kind: Kind
  /** What it means: a string without its quotes, doubled ones made single. */
  readonly value: string
}

const single = /['\u2018\u2019\u201a\u201b]/
const double = /["\u201c\u201d\u201e]/

/** From the first character behind the opening quote; null when it never ends. */
const stringAt = (text: string, start: number, quote: RegExp): readonly [value: string, end: number] | null => {
  let value = ''
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at)
    if (!quote.test(char)) value += char
    else if (quote.test(text.charAt(at + 1))) value += text.charAt(++at)
    else return [value, at + 1]
  }
  return null
}

const simple: readonly (readonly [Kind, RegExp])[] = [
  ['comment', /<#[\s\S]*?#>|#[^\n]*/y],
  ['newline', /\n/y],
  ['variable', /\$(?:\{[^}]*\}|[A-Za-z_][\w:]*|_|\^|\$|\?)/y],
  ['type', /\[[A-Za-z_][\w.]*(?:\[\])?\]/y],
  ['word', /-?[A-Za-z_][\w-]*|\d+/y],
  ['sign', /::|[\s\S]/y],
]

/** Throws when a string does not end: then something escaped, or swallowed the rest. */
export const powershellTokens = (text: string): readonly Token[] => {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const char = text.charAt(at)
    if (/[^\S\n]/.test(char)) {
      at++
      continue
    }
    const quote = single.test(char) ? single : double.test(char) ? double : null
    if (quote !== null) {
      const found = stringAt(text, at + 1, quote)
      if (found === null) throw new Error(`A string that starts at ${at} does not end: ${text.slice(at, at + 40)}`)
      tokens.push({ kind: quote === single ? 'literal' : 'expandable', value: found[0] })
      at = found[1]
      continue
    }
    for (const [kind, form] of simple) {
      form.lastIndex = at
      const found = form.exec(text)?.[0]
      if (found === undefined) continue
      tokens.push({ kind, value: found })
      at += found.length
      break
    }
  }
  return tokens
}
