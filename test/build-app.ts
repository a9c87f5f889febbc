import { buildApp } from '../sandbox/forge/build-app';
import { root } from './build-parts';

await buildApp(root);
