import type { Requirement } from '../../../src/domain/approval/requirement';
import { leftOutOfSeveral } from './left-out';

/** Every requirement that asks a little less, or otherwise, and in which way. */
export function slipsOfRequirement(requirement: Requirement): readonly (readonly [string, Requirement])[] {
  if ('allOf' in requirement) return slipsOfAll(requirement);
  if ('anyOf' in requirement) {
    const fewer = fewerParts(requirement.anyOf, (anyOf) => ({ anyOf }));
    return [...fewer, ['asking for all of them', { allOf: requirement.anyOf }]];
  }
  if ('percent' in requirement) return [['asking for one holder', { role: requirement.role }]];
  if (!('atLeast' in requirement)) return [];
  const { atLeast } = requirement;
  return [
    ...(atLeast < 2 ? [] : [[`asking for ${atLeast - 1}`, { ...requirement, atLeast: atLeast - 1 }] as const]),
    [`asking for ${atLeast + 1}`, { ...requirement, atLeast: atLeast + 1 }],
  ];
}

function slipsOfAll(requirement: Extract<Requirement, { readonly allOf: unknown }>) {
  const { allOf, inOrder, ...rest } = requirement;
  const turned: readonly [string, Requirement] = ['in any order', { ...rest, allOf }];
  const one: readonly [string, Requirement] = ['asking for one of them', { anyOf: allOf }];
  const inner = allOf.flatMap((part, index) =>
    slipsOfRequirement(part).map(([change, slipped]): readonly [string, Requirement] => [
      change,
      { ...requirement, allOf: allOf.toSpliced(index, 1, slipped) },
    ]),
  );
  return [
    ...fewerParts(allOf, (parts) => ({ ...requirement, allOf: parts })),
    ...(allOf.length < 2 ? [] : [one]),
    ...(inOrder === true ? [turned] : []),
    ...inner,
  ];
}

function fewerParts(
  parts: readonly Requirement[],
  put: (parts: readonly Requirement[]) => Requirement,
): readonly (readonly [string, Requirement])[] {
  return leftOutOfSeveral(parts).map(([part, fewer]) => [`without ${JSON.stringify(part)}`, put(fewer)] as const);
}
