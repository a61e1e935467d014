// One file for the test runner, so that all pages share one browser and one record.
import './pages/every-page.ts';
import './pages/home.ts';
import './pages/article.ts';
import './pages/speaker.ts';
import './pages/comparisons.ts';
import './pages/review.ts';
import './pages/keyboard.ts';
import './pages/watching.ts';
