/**
 * How mail looks: light, and dark where the reader's device is. Only this text stands in a style element; nothing of it
 * comes from anybody. Programs that read no style element show the same in their own type.
 */
export const style = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; background: #f0f3f1; color: #14201e; font: 16px/1.5 'Hanken Grotesk', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
.page { padding: 24px 12px; }
.card { max-width: 560px; margin: 0 auto; background: #ffffff; border: 1px solid #e2e7e4; border-top: 6px solid #0f5f67; border-radius: 10px; padding: 24px; overflow-wrap: anywhere; }
.from { margin: 0 0 16px; color: #5f6d6a; font-size: 13px; }
h1 { margin: 0 0 16px; font-size: 22px; line-height: 1.25; font-weight: 650; }
p { margin: 0 0 16px; }
.lines { white-space: pre-line; }
a { color: #0c5a62; }
.button { display: inline-block; background: #0f5f67; color: #ffffff; border-radius: 6px; padding: 10px 18px; font-weight: 600; text-decoration: none; }
table { border-collapse: collapse; width: 100%; margin: 0 0 16px; border-top: 1px solid #e2e7e4; }
td { padding: 8px 0; border-bottom: 1px solid #e2e7e4; vertical-align: top; }
td.label { color: #5f6d6a; width: 36%; padding-inline-end: 12px; }
.code { margin: 0 0 16px; padding: 16px; background: #ffffff; border: 1px solid #e2e7e4; border-radius: 10px; text-align: center; }
.code p { margin: 8px 0 0; color: #14201e; font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 13px; }
.code img { width: 216px; height: 216px; }
h2 { margin: 0 0 8px; font-size: 16px; }
ul { margin: 0 0 16px; padding-inline-start: 20px; }
.foot { max-width: 560px; margin: 16px auto 0; color: #5f6d6a; font-size: 12px; text-align: center; }
@media (prefers-color-scheme: dark) {
  body { background: #0b1211; color: #e6eeec; }
  .card { background: #121b1a; border-color: #263432; border-top-color: #3c9fa5; }
  .from, td.label, .foot { color: #9fb0ad; }
  table, td { border-color: #263432; }
  a { color: #84bfc2; }
  .button { background: #3c9fa5; color: #06201f; }
}
`
