import { lexer, type Token, type Tokens } from 'marked';
import { createContext, createElement, Fragment, type ReactNode, use } from 'react';
import styles from './Markdown.module.css';

/** The title of the tile is a second heading, so those of its text begin at the third. */
const MIN_DEPTH = 3;
const MAX_DEPTH = 6;

/** Markdown as elements. Nothing of it is ever taken for HTML, and links lead to places on the web only. */
export default function Markdown({ text }: { text: string }) {
  const tokens = lexer(text, { gfm: true, breaks: true });
  return (
    <Largest value={largestIn(tokens)}>
      <div className={styles.text}>{blocks(tokens)}</div>
    </Largest>
  );
}

/** The depth of the largest heading of a text, those in quotes and lists apart. */
const Largest = createContext(1);

function largestIn(tokens: readonly Token[]): number {
  return Math.min(...tokens.map((token) => (token.type === 'heading' ? token.depth : MAX_DEPTH)));
}

function blocks(tokens: readonly Token[] = []): ReactNode {
  return inOrder(tokens as Tokens.Generic[], block);
}

/** Nodes that never change their order need no keys. */
function inOrder<Item>(items: readonly Item[], node: (item: Item) => ReactNode): ReactNode {
  return createElement(Fragment, null, ...items.map((item) => node(item)));
}

function block(token: Tokens.Generic): ReactNode {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return null;
    case 'heading':
      return <Heading depth={token.depth}>{inlines(token.tokens)}</Heading>;
    case 'paragraph':
      return <p>{inlines(token.tokens)}</p>;
    case 'blockquote':
      return <blockquote>{blocks(token.tokens)}</blockquote>;
    case 'list':
      return <List list={token as Tokens.List} />;
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'table':
      return <Table table={token as Tokens.Table} />;
    default:
      return token.tokens ? inlines(token.tokens) : plain(token);
  }
}

function inlines(tokens: readonly Token[] = []): ReactNode {
  return inOrder(tokens as Tokens.Generic[], inline);
}

function inline(token: Tokens.Generic): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inlines(token.tokens)}</strong>;
    case 'em':
      return <em>{inlines(token.tokens)}</em>;
    case 'del':
      return <del>{inlines(token.tokens)}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'link':
      return <Link href={token.href}>{inlines(token.tokens)}</Link>;
    case 'image':
      return <Link href={token.href}>{token.text || token.href}</Link>;
    case 'checkbox':
      return null;
    default:
      return token.tokens ? inlines(token.tokens) : plain(token);
  }
}

/** HTML too: as the text that it is. */
function plain(token: Tokens.Generic): string {
  return token.type === 'text' || token.type === 'escape' ? token.text : token.raw;
}

/** Headings of a text begin right below that of the tile, whatever they begin with; one in a quote may be larger. */
function Heading({ depth, children }: { depth: number; children: ReactNode }) {
  const level = MIN_DEPTH + depth - use(Largest);
  const Tag = `h${Math.min(Math.max(level, MIN_DEPTH), MAX_DEPTH)}` as 'h3';
  return <Tag className={styles[`heading${Math.min(depth, 3)}`]}>{children}</Tag>;
}

function List({ list }: { list: Tokens.List }) {
  const items = inOrder(list.items, item);
  return list.ordered ? <ol start={Number(list.start) || 1}>{items}</ol> : <ul>{items}</ul>;
}

function item({ task, checked, text, tokens }: Tokens.ListItem): ReactNode {
  return (
    <li className={task ? styles.task : undefined}>
      {task && <input type="checkbox" checked={checked ?? false} disabled aria-label={text} />}
      {blocks(tokens)}
    </li>
  );
}

function Table({ table }: { table: Tokens.Table }) {
  return (
    <table>
      <thead>
        <tr>{inOrder(table.header, head)}</tr>
      </thead>
      <tbody>{inOrder(table.rows, row)}</tbody>
    </table>
  );
}

function head({ tokens }: Tokens.TableCell): ReactNode {
  return <th scope="col">{inlines(tokens)}</th>;
}

function row(cells: readonly Tokens.TableCell[]): ReactNode {
  return <tr>{inOrder(cells, cell)}</tr>;
}

function cell({ tokens }: Tokens.TableCell): ReactNode {
  return <td>{inlines(tokens)}</td>;
}

function Link({ href, children }: { href: string; children: ReactNode }) {
  const target = safeHref(href);
  return target === null ? (
    children
  ) : (
    <a
      href={target}
      target={target.startsWith('/') ? undefined : '_blank'}
      rel="noopener noreferrer nofollow"
    >
      {children}
    </a>
  );
}

/** Where a link may lead: the web, mail, or another page of this site; null when nowhere. */
export function safeHref(href: string): string | null {
  if (/^\/(?![/\\])/.test(href)) {
    return href;
  }
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol) ? href : null;
  } catch {
    return null;
  }
}
