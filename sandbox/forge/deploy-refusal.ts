/** The manifest asks for something that this host cannot do, or is not a manifest. The message names it. */
export class DeployRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DeployRefusal';
  }
}
