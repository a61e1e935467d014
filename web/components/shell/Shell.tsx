import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { KeyHelp, PLACES, useGlobalKeys } from './keys.tsx';
import { Notices } from './notices.tsx';

/** The frame around every page: name, navigation, theme and keyboard shortcuts. */
export function Shell() {
  const [helps, setHelps] = useState(false);
  useGlobalKeys(() => setHelps(true));
  const { pathname } = useRouterState({ select: ({ location }) => location });
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  // Moves the focus to the new page, so that screen readers continue there.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to content
      </a>
      <header className="header">
        <Link to="/" className="brand" aria-label="Onrecord, home">
          <img src="/icon.svg" alt="" width="24" height="24" />
          Onrecord
        </Link>
        <nav aria-label="Pages" className="nav">
          {Object.values(PLACES)
            .slice(1)
            .map(([path, name]) => (
              <Link key={path} to={path} activeProps={{ 'aria-current': 'page' }}>
                {name}
              </Link>
            ))}
        </nav>
        <div className="header-tools">
          <ThemeButton />
          <button type="button" className="quiet" onClick={() => setHelps(true)}>
            Shortcuts
          </button>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="footer">
        What was printed and where; not who is right. <Link to="/reference">API</Link>
      </footer>
      <Notices />
      <KeyHelp open={helps} onClose={() => setHelps(false)} />
    </div>
  );
}

const THEME = 'onrecord-theme';

/** Switches between the light, the dark and the system's theme. */
function ThemeButton() {
  const [theme, setTheme] = useState(() => localStorage.getItem(THEME) ?? 'system');
  useEffect(() => {
    if (theme === 'system') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.dataset.theme = theme;
    localStorage.setItem(THEME, theme);
  }, [theme]);
  const next = theme === 'system' ? 'dark' : theme === 'dark' ? 'light' : 'system';
  const names: Record<string, string> = { system: 'Auto', dark: 'Dark', light: 'Light' };
  return (
    <button type="button" className="quiet" onClick={() => setTheme(next)} aria-label={`Theme: ${names[theme]}`}>
      {names[theme]}
    </button>
  );
}
