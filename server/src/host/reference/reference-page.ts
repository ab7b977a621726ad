import { html, type Html } from '../http/html.ts'
import { documentPage } from './document.ts'

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly description?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
}

interface Parameter {
  readonly in: string
  readonly name: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: Schema
}

interface Body {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>
}

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Body
  readonly responses: Readonly<Record<string, Body & { readonly description?: string; readonly $ref?: string }>>
  readonly 'x-permission': string
  readonly 'x-own': string
}

export interface ApiDocument {
  readonly info: { readonly description: string; readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

interface Listed {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

/** All operations on one page, department by department; each has an anchor, and the browser's own search finds the rest. */
export function referencePage(document: ApiDocument): Html {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Listed => ({ method: method.toUpperCase(), path, operation })),
  )
  const groups = [...Map.groupBy(all, ({ operation }) => operation.tags?.[0] ?? 'other')]
  const paragraphs = document.info.description.split('\n\n')
  return documentPage(
    'Operations',
    html`${paragraphs.map((text) => html`<p>${inline(text)}</p>`)}
      <p>Version ${document.info.version}, ${all.length} operations.</p>`,
    html`${groups.map(([tag, listed]) => contentsOf(tag, listed))}
      <h2><a href="#schemas">Shared schemas</a></h2>`,
    html`${groups.map(
        ([tag, listed]) =>
          html`<section>
            <h2 id="${tag}">${tag}</h2>
            ${listed.map(operationOf)}
          </section>`,
      )}
      <section>
        <h2 id="schemas">Shared schemas</h2>
        ${Object.entries(document.components.schemas).map(
          ([name, schema]) =>
            html`<article id="schema-${name}">
              <h3>${name}</h3>
              <p>${schema.description}</p>
              ${fieldsOf(schema)}
            </article>`,
        )}
      </section>`,
  )
}

/** Words between backticks are code. */
function inline(text: string): Html[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))
}

function contentsOf(tag: string, listed: readonly Listed[]): Html {
  return html`<h2><a href="#${tag}">${tag}</a></h2>
    <ul>
      ${listed.map(({ operation }) => html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`)}
    </ul>`
}

function operationOf({ method, path, operation }: Listed): Html {
  const body = operation.requestBody?.content?.['application/json']?.schema
  return html`<article id="${operation.operationId}">
    <h3>${operation.summary}</h3>
    <p class="address"><span class="method" data-method="${method}">${method}</span> <code>${path}</code></p>
    <p class="policy">
      <code>${operation.operationId}</code> · permission <code>${operation['x-permission']}</code> · own
      <code>${operation['x-own']}</code>
    </p>
    ${operation.description === undefined ? '' : html`<p>${inline(operation.description)}</p>`}
    ${parametersOf(operation.parameters ?? [])}
    ${
      body === undefined
        ? ''
        : html`<h4>Body</h4>
            ${fieldsOf(body)}`
    }
    ${answersOf(operation)}
  </article>`
}

function parametersOf(parameters: readonly Parameter[]): Html | string {
  if (parameters.length === 0) return ''
  return html`<h4>Parameters</h4>
    ${table(
      parameters.map(({ name, schema, required = false, description, in: place }) => ({
        name: place === 'query' ? name : `${name} (${place})`,
        schema,
        required,
        description: description ?? schema.description,
      })),
    )}`
}

function answersOf({ responses }: Operation): Html {
  return html`${Object.entries(responses)
      .filter(([, response]) => response.$ref === undefined)
      .map(([status, { content, description }]) => {
        const schema = content?.['application/json']?.schema
        return html`<h4>Answer ${status}</h4>
          ${schema ? fieldsOf(schema) : html`<p>${description}</p>`}`
      })}
    <p class="policy">
      Refusals:
      <a href="/errors"
        >${Object.keys(responses)
          .filter((status) => responses[status]?.$ref)
          .join(', ')}</a
      >
    </p>`
}

interface Field {
  readonly name: string
  readonly schema: Schema
  readonly required: boolean
  readonly description: string | undefined
}

function fieldsOf(schema: Schema): Html {
  const fields = flatten(schema, '')
  return fields.length === 0 ? html`<p>${typeOf(schema)}</p>` : table(fields)
}

const DEEPEST = 6

/** Nested fields by their dotted paths, as refusals name them; lists by `[]`. */
function flatten(schema: Schema, prefix: string, depth = 0): Field[] {
  const inner = schema.items ?? schema
  if (schema.items) return flatten(inner, prefix === '' ? '[]' : `${prefix}[]`, depth)
  const options = schema.anyOf?.filter((option) => option.properties) ?? []
  const properties = schema.properties ?? (options.length === 1 ? options[0]?.properties : undefined)
  if (!properties || depth > DEEPEST) return []
  const required = new Set(schema.required ?? options[0]?.required ?? [])
  return Object.entries(properties).flatMap(([key, field]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`
    const own: Field = { name, schema: field, required: required.has(key), description: field.description }
    return [own, ...flatten(field, name, depth + 1)]
  })
}

function table(fields: readonly Field[]): Html {
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Type</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        ${fields.map(
          ({ name, schema, required, description }) =>
            html`<tr>
              <th scope="row"><code>${name}</code>${required ? '' : html` <span class="optional">optional</span>`}</th>
              <td>${typeOf(schema)}</td>
              <td>${description ? inline(description) : ''}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function typeOf(schema: Schema): Html {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return html`<a href="#schema-${name}">${name}</a>`
  }
  if (schema.const !== undefined) return html`<code>${String(schema.const)}</code>`
  if (schema.enum) return html`${schema.enum.map(String).join(' | ')}`
  if (schema.anyOf)
    return html`${schema.anyOf.map((option, index) => html`${index > 0 ? ' | ' : ''}${typeOf(option)}`)}`
  if (schema.items) return html`list of ${typeOf(schema.items)}`
  const type = typeof schema.type === 'string' ? schema.type : (schema.type?.join(' | ') ?? 'any')
  return html`${type}${schema.format ? ` (${schema.format})` : ''}${schema.default === undefined ? '' : `, else ${String(schema.default)}`}`
}
