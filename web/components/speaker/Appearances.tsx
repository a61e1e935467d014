import { Link } from '@tanstack/react-router';
import type { Entity } from '../../api/types.ts';
import { dayWords } from '../../words.ts';
import { TableRoom } from '../States.tsx';

/** The articles that name somebody, and how each was linked to them. */
export function Appearances({ entity: { name, appearances } }: { readonly entity: Entity }) {
  return (
    <section>
      <h2 className="section-title">Where {name} is named</h2>
      <TableRoom label="Where they are named">
        <table>
          <thead>
            <tr>
              <th scope="col">Article</th>
              <th scope="col">Named</th>
              <th scope="col">Linked by the program</th>
              <th scope="col">Linked by a person</th>
            </tr>
          </thead>
          <tbody>
            {appearances.map((one) => (
              <tr key={one.document}>
                <td>
                  <Link to="/documents/$id" params={{ id: one.document }}>
                    {one.title ?? 'Untitled'}
                  </Link>
                  <span className="meta">
                    {' '}
                    {[one.outlet, one.published && dayWords(one.published, true)].filter(Boolean).join(' · ')}
                  </span>
                </td>
                <td>{one.names.join(', ')}</td>
                <td>{one.origin === 'program' ? one.basis : ''}</td>
                <td>{one.origin === 'person' ? 'yes' : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRoom>
    </section>
  );
}
