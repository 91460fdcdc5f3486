import { z } from 'zod'
import { settings } from '../server/src/platform/config.ts'

/** The page of settings, from the descriptions beside each setting: docs/operating/settings.md. */
export function describeSettings(): string {
  const document = z.toJSONSchema(z.object(settings), { io: 'input' }) as { properties: Record<string, Described> }
  const rows = Object.entries(settings).map(([name, schema]) => {
    const described = document.properties[name] ?? {}
    return `| \`${name}\` | ${schema.description ?? ''} | ${sayDefault(described)} |`
  })
  return `# Settings

Generated from \`server/src/platform/config.ts\` by \`npm run generate\`, not to be edited.

Settings are read from the environment when the server or a command starts, and from nowhere else. A bad value, or a
name that begins with \`ALLOT_\` and is not listed here, stops the start with one clear line. An empty value counts as
none.

| name | what it does | by default |
| --- | --- | --- |
${rows.join('\n')}

A setting with \`SECRET\` or \`TOKEN\` in its name, or \`URL\` at its end, can also come from a file: set \`NAME_FILE\`
to the path of a file that holds the value, for example \`ALLOT_SECRET_FILE=/run/secrets/allot\`. Setting both stops the
start.
`
}

type Described = { default?: string | number; enum?: string[] }

function sayDefault({ default: value, enum: choices }: Described): string {
  const chosen = value === undefined ? '–' : `\`${value}\``
  return choices === undefined ? chosen : `${chosen} (one of ${choices.join(', ')})`
}
