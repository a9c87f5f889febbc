import { describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { sizeFindings, type SizedFile, type SizeLimits } from './file-sizes';

const root = resolve(import.meta.dirname, '../..');

/** "About 60 lines at the median" (architecture.md) is read as: at most 70. */
const limits: SizeLimits = { median: 70, p95: 200, max: 300 };

async function filesIn(folder: string): Promise<readonly SizedFile[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths
      .filter((path) => /\.tsx?$/.test(path))
      .map(async (path) => {
        const text = await readFile(path, 'utf8');
        return { path: relative(root, path), lines: text.trimEnd().split('\n').length };
      }),
  );
}

function sized(...lines: number[]): readonly SizedFile[] {
  return lines.map((count, index) => ({ path: `src/file-${index}.ts`, lines: count }));
}

describe('the sizes of files', () => {
  it('stay within the limits in src', async () => {
    const files = await filesIn('src');
    expect(files.length).toBeGreaterThan(20);
    expect(sizeFindings(files, limits)).toEqual([]);
  });

  it('are refused when the middle file is too long', () => {
    expect(sizeFindings(sized(10, 71, 80), limits)).toEqual(['The median is 71 lines, more than 70.']);
  });

  it('are refused when more than one in twenty is too long', () => {
    const long = [...Array.from({ length: 18 }, () => 40), 201, 201];
    expect(sizeFindings(sized(...long), limits)).toEqual(['The 95th percentile is 201 lines, more than 200.']);
  });

  it('are refused when a single file is longer than any may be', () => {
    const long = [301, ...Array.from({ length: 39 }, () => 40)];
    expect(sizeFindings(sized(...long), limits)).toEqual(['src/file-0.ts has 301 lines, more than 300.']);
  });

  it('are accepted exactly at the limits', () => {
    const most = [...Array.from({ length: 30 }, () => 70), ...Array.from({ length: 9 }, () => 200), 300];
    expect(sizeFindings(sized(...most), limits)).toEqual([]);
  });
});
