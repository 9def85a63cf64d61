package dev.tessera.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

/** A page on which everything has arrived. */
final class Settled {
    private Settled() {}

    static void await(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForFunction("() => document.querySelector('main, form') !== null"
                + " && document.querySelector('[aria-busy=true]') === null"
                + " && document.getAnimations().every((it) => it.playState !== 'running')");
    }
}
