package org.complaintdesk.journey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * The machine's own Chromium, a window of its own for every person. Without one the tests are skipped; where {@code CI}
 * is set they fail. A failing test leaves a picture of every window in {@code target/journey/}.
 */
class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, TestExecutionExceptionHandler {

    private static final Path PICTURES = Path.of("target", "journey");
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final double PATIENCE = 30_000;

    private final Map<String, Page> windows = new LinkedHashMap<>();
    private Playwright playwright;
    private Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        Path chromium = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(chromium != null || System.getenv("CI") != null,
                "No Chromium in " + PLACES + ": the journey through the browser is skipped.");
        if (chromium == null) {
            throw new IllegalStateException("CI needs Chromium in one of " + PLACES);
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(QUIET));
    }

    /** @return a fresh window in which nobody is signed in */
    Page windowOf(String person) {
        return windowOf(person, "zh-CN");
    }

    /** @return a fresh window in a browser of this language */
    Page windowOf(String person, String language) {
        return windowOf(person, new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale(language));
    }

    /** @return a fresh window on a phone, 375 points wide */
    Page phoneOf(String person, String language) {
        return windowOf(person, phone(language));
    }

    /** @return the same, in a browser that runs no scripts */
    Page plainPhoneOf(String person, String language) {
        return windowOf(person, phone(language).setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions phone(String language) {
        return new Browser.NewContextOptions().setViewportSize(375, 812).setDeviceScaleFactor(2).setIsMobile(true).setHasTouch(true)
                .setLocale(language);
    }

    private Page windowOf(String person, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(PATIENCE);
        Page window = context.newPage();
        windows.put(person, window);
        return window;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        windows.forEach((person, window) -> {
            try {
                window.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(
                        context.getRequiredTestMethod().getName() + "-" + person + ".png")));
            } catch (PlaywrightException e) {
                failure.addSuppressed(e);
            }
        });
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        windows.values().forEach(window -> window.context().close());
        windows.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }
}
