import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import Markdown, { safeHref } from './Markdown.tsx';

describe('a text', () => {
  it('is never taken for HTML', () => {
    const { container } = render(
      <Markdown
        text={'<script>alert(1)</script>\n\nA <img src=x onerror=alert(1)> and <b>bold</b> &amp; so on'}
      />,
    );
    expect(container.querySelector('script, img, b')).toBeNull();
    expect(container.textContent).toContain('<script>alert(1)</script>');
    expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('leads only to places on the web', () => {
    render(
      <Markdown text={'[good](https://example.com/a) [bad](javascript:alert(1)) [data](data:text/html,x)'} />,
    );
    const links = screen.getAllByRole('link');
    expect(links.map((it) => it.getAttribute('href'))).toEqual(['https://example.com/a']);
    expect(links[0]?.getAttribute('rel')).toContain('noopener');
    expect(screen.getByText(/bad/)).toBeDefined();
  });

  it('loads no pictures from elsewhere', () => {
    const { container } = render(<Markdown text={'![chart](https://example.com/pixel.png)'} />);
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('link', { name: 'chart' })).toBeDefined();
  });

  it('has headings below that of its tile, lists, tables and tasks', () => {
    render(<Markdown text={'# Top\n\n- one\n- two\n\n1. first\n\n- [x] done\n\n|a|b|\n|-|-|\n|1|2|'} />);
    expect(screen.getByRole('heading', { level: 3, name: 'Top' })).toBeDefined();
    expect(screen.getAllByRole('list').length).toBeGreaterThanOrEqual(2);
    expect(screen.getByRole('checkbox')).toHaveProperty('checked', true);
    expect(screen.getByRole('columnheader', { name: 'b' })).toBeDefined();
  });
});

it.each([
  ['close together', '- [ ] open **now**\n- [x] done'],
  ['apart', '- [ ] open **now**\n\n- [x] done'],
])('has boxes in place of the brackets of tasks that stand %s', (_where, text) => {
  render(<Markdown text={text} />);
  expect(screen.getAllByRole('listitem').map((it) => it.textContent)).toEqual(['open now', 'done']);
  expect(screen.getAllByRole<HTMLInputElement>('checkbox').map((it) => it.checked)).toEqual([false, true]);
});

it('begins its headings right below that of its tile, whatever it begins with', () => {
  render(<Markdown text={'### One\n\n#### Two'} />);
  expect(screen.getByRole('heading', { level: 3, name: 'One' })).toBeDefined();
  expect(screen.getByRole('heading', { level: 4, name: 'Two' })).toBeDefined();
});

it.each([
  ['alone in a quote', '> # Note'],
  ['alone in a list', '- # Note'],
  ['in a quote below a smaller one', '### A\n\n> # Note'],
])('has a heading below that of its tile %s', (_where, text) => {
  render(<Markdown text={text} />);
  expect(screen.getByRole('heading', { level: 3, name: 'Note' })).toBeDefined();
});

describe('where a link may lead', () => {
  it.each([
    ['/project/1', '/project/1'],
    ['mailto:ada@example.com', 'mailto:ada@example.com'],
    ['//evil.example', null],
    ['/\\evil.example', null],
    ['JaVaScRiPt:alert(1)', null],
    ['\u0001javascript:alert(1)', null],
    ['relative', null],
  ])('%s', (href, expected) => {
    expect(safeHref(href)).toBe(expected);
  });
});
