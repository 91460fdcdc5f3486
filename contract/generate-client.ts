import openapiTypescript, { astToString } from 'openapi-typescript'

/**
 * The types of the API from its document, for the client. This runs with the TypeScript of this workspace, whose
 * compiler can still be used as a library; the rest of the repository is checked with a newer one.
 */
export async function generateClientTypes(document: string): Promise<string> {
  const nodes = await openapiTypescript(document, { alphabetize: true, defaultNonNullable: false })
  return `// Generated from openapi.json by npm run fix: do not edit.\n\n${astToString(nodes)}`
}
