import { useQuery } from '@tanstack/react-query';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Text } from 'react-aria-components';
import { apiPath, ask } from '../api/client.ts';
import type { Query, StatementQuery } from '../api/types.ts';
import { notify, notifyFailure } from './shell/notices.tsx';

async function copied(words: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    notify(`${what} copied`);
  } catch {
    notifyFailure(new Error('The browser does not allow this page to copy. Select the text and copy it yourself.'));
  }
}

/** A statement's citation and addresses, to copy. */
export function CiteMenu({ id, document }: { readonly id: string; readonly document: string }) {
  const query = useQuery({
    queryKey: ['statement', id],
    queryFn: () => ask('/statements/{id}', { id }),
    enabled: false,
  });
  const cite = async (form: 'plain' | 'markdown' | 'link') => {
    const { data } = query.data ? query : await query.refetch();
    const text = data?.citation[form];
    if (text) await copied(text, form === 'link' ? 'Link' : 'Citation');
    else notifyFailure(new Error('The record has no address for this article.'));
  };
  const here = (path: string) => copied(new URL(path, window.location.origin).href, 'Address');
  return (
    <MenuTrigger>
      <Button className="quiet">Cite</Button>
      <Popover className="popover">
        <Menu
          className="menu"
          aria-label="Copy"
          onAction={(key) => {
            if (key === 'alone') void here(`/statements/${id}`);
            else if (key === 'article') void here(`/documents/${document}?statement=${id}`);
            else void cite(key as 'plain' | 'markdown' | 'link');
          }}
        >
          <MenuItem id="plain">Citation, plain</MenuItem>
          <MenuItem id="markdown">Citation, Markdown</MenuItem>
          <MenuItem id="link">Link to the words in the original</MenuItem>
          <MenuItem id="alone">Address of the statement</MenuItem>
          <MenuItem id="article">Address in its article</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const FORMS = [
  ['statements.csv', 'CSV', 'for spreadsheets'],
  ['statements.jsonl', 'JSON Lines', 'for programs, one statement per line'],
  ['statements.parquet', 'Parquet', 'for analysis: DuckDB, pandas, R'],
  ['statements.jsonld', 'JSON-LD', 'for the web of data: schema.org Quotation'],
  ['statements.annotations', 'Web Annotations', 'for annotation tools; can be imported again'],
  ['dossier', 'Dossier', 'one page with sources, to send or print'],
] as const;

/** Exports everything that matches the filters, in a format of one's choice. */
export function ExportMenu({ query, label = 'Export' }: { readonly query: StatementQuery; readonly label?: string }) {
  return (
    <MenuTrigger>
      <Button className="button">{label}</Button>
      <Popover className="popover">
        <Menu className="menu" aria-label="Export as">
          <MenuSection>
            <Header className="menu-header">Everything that matches the filters</Header>
            {FORMS.map(([path, name, purpose]) => (
              <MenuItem key={path} id={path} href={apiPath(`/${path}`, query)} download textValue={name}>
                <Text slot="label">{name}</Text>
                <Text slot="description">{purpose}</Text>
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Links to a table as CSV and JSON. */
export function TableLinks({ path, query }: { readonly path: string; readonly query: Query }) {
  return (
    <p className="table-links">
      <a href={apiPath(`${path}.csv`, query)} download>
        CSV
      </a>{' '}
      <a href={apiPath(`${path}.json`, query)} download>
        JSON
      </a>
    </p>
  );
}
