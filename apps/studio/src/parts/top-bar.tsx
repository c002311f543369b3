import { useLocation } from 'preact-iso/router';
import { account, accounts } from '../state/account.ts';
import { pickFiles } from '../state/chosen-files.ts';
import { lastLibraryPlace } from '../state/last-place.ts';
import { needy, pending } from '../state/uploads.ts';
import { Brand } from './brand.tsx';
import { Icon, type IconName } from './icon.tsx';
import { PersonMenu } from './person-menu.tsx';
import { RightButton } from './right-button.tsx';

interface PlaceProps {
  readonly href: string;
  readonly icon: IconName;
  readonly name: string;
  readonly here: boolean;
  readonly count?: number;
}

function Place({ href, icon, name, here, count = 0 }: PlaceProps) {
  return (
    <li>
      <a href={href} aria-current={here ? 'page' : undefined}>
        <Icon name={icon} />
        <span>{name}</span>
        {count > 0 && (
          <span class="badge">
            {count}
            <span class="hidden"> open</span>
          </span>
        )}
      </a>
    </li>
  );
}

function AccountChoice() {
  const { route } = useLocation();
  if (accounts.length < 2) return null;
  return (
    <label class="account">
      <span class="hidden">Account</span>
      <select
        value={account.value?.id}
        onChange={(event) => {
          const chosen = accounts.find(({ id }) => id === event.currentTarget.value);
          account.value = chosen;
          // Filters that name things of another account would find nothing here.
          route(
            chosen === undefined
              ? '/'
              : `${location.pathname.startsWith('/live') ? '/live' : '/'}?account=${chosen.id}`,
          );
        }}
      >
        {accounts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Where one is, where one can go, and who one is. */
export function TopBar() {
  const { path } = useLocation();
  const suffix = account.value === undefined ? '' : `?account=${account.value.id}`;
  return (
    <header class="top">
      <a class="home" href={`/${suffix}`} aria-label="Studio, to the library">
        <Brand />
      </a>
      <nav aria-label="Main">
        <ul>
          <Place
            href={lastLibraryPlace.value ?? `/${suffix}`}
            icon="library"
            name="Library"
            here={path === '/' || path.startsWith('/items')}
          />
          <Place href={`/live${suffix}`} icon="live" name="Live" here={path === '/live'} />
          <Place
            href={`/uploads${suffix}`}
            icon="upload"
            name="Uploads"
            here={path === '/uploads'}
            count={pending.value.length + needy.value.length}
          />
        </ul>
      </nav>
      <div class="top-end">
        <AccountChoice />
        <RightButton right="item-upload" icon="upload" primary onPress={() => pickFiles()}>
          Upload
        </RightButton>
        <PersonMenu />
      </div>
    </header>
  );
}
