import type { DeployAddress, DeployNonces, SecretVault } from '../../src/ports/deploy-gate';
import type { NamedProject, NamedProjects } from '../../src/ports/named-projects';
import type { FakeFaults } from './fake-faults';

/** Secrets in memory: no chance, so that a test knows them (`secret-1`, `secret-2`, …). */
export class FakeSecretVault implements SecretVault {
  readonly secrets = new Map<string, string>();
  readonly #faults: FakeFaults;
  #made = 0;

  constructor(faults: FakeFaults) {
    this.#faults = faults;
  }

  async make(): Promise<{ readonly id: string; readonly secret: string }> {
    await this.#faults.report('secretVault.make');
    this.#made += 1;
    const made = { id: `id-${String(this.#made)}`, secret: `secret-${String(this.#made)}` };
    this.secrets.set(made.id, made.secret);
    return made;
  }

  async find(id: string): Promise<string | undefined> {
    await this.#faults.report('secretVault.find');
    return this.secrets.get(id);
  }

  async forget(id: string): Promise<void> {
    await this.#faults.report('secretVault.forget');
    this.secrets.delete(id);
  }
}

export class FakeDeployNonces implements DeployNonces {
  readonly claimed = new Set<string>();
  readonly #faults: FakeFaults;

  constructor(faults: FakeFaults) {
    this.#faults = faults;
  }

  async claim(digest: string): Promise<boolean> {
    await this.#faults.report('deployNonces.claim');
    if (this.claimed.has(digest)) return false;
    this.claimed.add(digest);
    return true;
  }
}

export class FakeDeployAddress implements DeployAddress {
  readonly #faults: FakeFaults;

  constructor(faults: FakeFaults) {
    this.#faults = faults;
  }

  async url(): Promise<string> {
    await this.#faults.report('deployAddress.url');
    return 'https://example.org/public/deploy-gate';
  }
}

export class FakeNamedProjects implements NamedProjects {
  readonly projects = new Map<string, NamedProject>();
  readonly #faults: FakeFaults;

  constructor(faults: FakeFaults) {
    this.#faults = faults;
  }

  async search(text: string): Promise<readonly NamedProject[]> {
    await this.#faults.report('namedProjects.search');
    const wanted = text.toLowerCase();
    return [...this.projects.values()]
      .filter(({ key, name }) => [key, name].some((word) => word.toLowerCase().includes(wanted)))
      .slice(0, 20);
  }

  async find(key: string): Promise<NamedProject | undefined> {
    await this.#faults.report('namedProjects.find');
    return this.projects.get(key);
  }
}
