// For the hosted workflow: prints `unreleased=true` where this commit is to be released, `unreleased=false` where not.
import { isUnreleased } from './is-unreleased.ts';

console.log(`unreleased=${isUnreleased(process.cwd())}`);
