import { Link } from '@tanstack/react-router';
import type { Entity } from '../../api/types.ts';

/** Who else speaks in the same articles. */
export function Companions({ entity: { companions } }: { readonly entity: Entity }) {
  if (companions.length === 0) return null;
  return (
    <section>
      <h2 className="section-title">Speaks in the same articles as</h2>
      <p className="entity-row">
        {companions.map((one) => (
          <Link key={one.id} to="/speakers/$id" params={{ id: one.id }} className="pill">
            {one.name} <span className="meta">{one.documents}</span>
          </Link>
        ))}
      </p>
    </section>
  );
}
