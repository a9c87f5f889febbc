import type { Actor, Directory } from './platform';

/**
 * Who a request over HTTP comes from: basic authentication with a person's e-mail address (the password does not
 * matter), or nobody. Undefined for an address that is unknown or belongs to somebody deactivated.
 */
export function authenticate(request: Request, directory: Directory): Actor | undefined {
  const header = request.headers.get('authorization');
  if (header === null) {
    return { kind: 'anonymous' };
  }
  const [scheme = '', credentials = ''] = header.split(' ');
  if (scheme.toLowerCase() !== 'basic') {
    return undefined;
  }
  const [email = ''] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  const person = directory.findPersonByEmail(email);
  return person?.active === true && person.accountType === 'atlassian'
    ? { kind: 'user', accountId: person.accountId }
    : undefined;
}
