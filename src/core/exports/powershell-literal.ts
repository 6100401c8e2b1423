/** PowerShell ends a single-quoted string at any of these, typographic ones included. */
const quotes = /['\u2018\u2019\u201a\u201b]/g

/**
 * Text as a PowerShell literal: nothing in it is expanded, and every quotation mark is doubled. Source: "about_Quoting
 * Rules", https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export const powershellLiteral = (text: string): string => `'${text.replaceAll(quotes, '$&$&')}'`
