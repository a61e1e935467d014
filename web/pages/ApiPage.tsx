import { useQuery } from '@tanstack/react-query';
import { answerOf, apiPath } from '../api/client.ts';
import { Asked, TableRoom } from '../components/States.tsx';

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: { readonly description?: string; readonly enum?: readonly string[]; readonly example?: unknown };
  }[];
}
interface Api {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** The API's OpenAPI description, to browse. */
export function ApiPage() {
  const query = useQuery({ queryKey: ['openapi'], queryFn: () => answerOf<Api>(apiPath('/openapi.json')) });
  return (
    <div className="page">
      <h1>The API</h1>
      <Asked query={query} lines={12}>
        {({ info, paths }) => {
          const all = Object.entries(paths).flatMap(([path, methods]) =>
            Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
          );
          const tags = [...new Set(all.map(({ operation }) => operation.tags?.[0] ?? 'Other'))];
          return (
            <>
              <p>{info.description}</p>
              <p>
                <a href="/api/v1/openapi.json">OpenAPI 3.1</a>
              </p>
              {tags.map((tag) => (
                <section key={tag}>
                  <h2 className="section-title">{tag}</h2>
                  {all
                    .filter(({ operation }) => (operation.tags?.[0] ?? 'Other') === tag)
                    .map(({ path, method, operation }) => (
                      <details key={method + path} className="operation">
                        <summary>
                          <code>
                            {method.toUpperCase()} /api/v1{path}
                          </code>{' '}
                          {operation.summary}
                        </summary>
                        {(operation.parameters?.length ?? 0) > 0 && (
                          <TableRoom label="Parameters">
                            <table>
                              <thead>
                                <tr>
                                  <th scope="col">Parameter</th>
                                  <th scope="col">Values</th>
                                  <th scope="col">Description</th>
                                </tr>
                              </thead>
                              <tbody>
                                {operation.parameters?.map(({ name, in: where, required, description, schema }) => (
                                  <tr key={name}>
                                    <td>
                                      <code>{name}</code>{' '}
                                      {where === 'path' ? 'in the path' : required ? 'required' : ''}
                                    </td>
                                    <td>{schema?.enum?.join(', ')}</td>
                                    <td>{description ?? schema?.description ?? ''}</td>
                                  </tr>
                                ))}
                              </tbody>
                            </table>
                          </TableRoom>
                        )}
                      </details>
                    ))}
                </section>
              ))}
            </>
          );
        }}
      </Asked>
    </div>
  );
}
