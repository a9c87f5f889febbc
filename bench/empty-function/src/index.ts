import Resolver from '@forge/resolver';

const resolver = new Resolver();
resolver.define('ping', () => 'pong');

/** The least that a Forge app with a front end can be: what everything else is measured against. */
export const handler = resolver.getDefinitions();
