import { Link } from 'wouter';
import { Section } from '../ui/page';
import css from './search.module.css';

export interface Result {
  to: string;
  name: string;
  about?: string;
}

/** What was found of one kind; nothing where nothing was. */
export function Results({
  title,
  results,
  more,
}: {
  title: string;
  results: readonly Result[];
  more?: Result | undefined;
}) {
  if (results.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={css.results}>
        {results.map(({ to, name, about }) => (
          <li key={to}>
            <Link to={to}>{name}</Link>
            <span>{about}</span>
          </li>
        ))}
      </ul>
      {more && (
        <p>
          <Link to={more.to}>{more.name}</Link>
        </p>
      )}
    </Section>
  );
}
