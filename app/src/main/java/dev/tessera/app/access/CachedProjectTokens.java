package dev.tessera.app.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.tessera.app.capture.ProjectTokens;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import java.time.Duration;
import java.util.Optional;

/**
 * Which project a token is of, from memory for as long as it was looked up lately.
 *
 * <p>Tokens of no project are not remembered: strangers could fill the memory with them, and a project just made must
 * be known at once. While the store is away a token that was known stays known, so that capture goes on.
 */
public final class CachedProjectTokens implements ProjectTokens {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int MAX_TOKENS = 10_000;

    private final ProjectStore projects;
    private final Cache<String, ProjectId> fresh;
    private final Cache<String, ProjectId> known = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumSize(MAX_TOKENS)
            .build();

    /**
     * Remembers nothing yet.
     *
     * @param ticker the time by which an answer grows old
     */
    public CachedProjectTokens(ProjectStore projects, Ticker ticker) {
        this.projects = projects;
        this.fresh = Caffeine.newBuilder()
                .executor(Runnable::run)
                .ticker(ticker)
                .maximumSize(MAX_TOKENS)
                .expireAfterWrite(FRESH)
                .build();
    }

    @Override
    public Optional<ProjectId> projectOf(String token) {
        ProjectId cached = fresh.getIfPresent(token);
        return cached == null ? lookUp(token) : Optional.of(cached);
    }

    private Optional<ProjectId> lookUp(String token) {
        try {
            Optional<ProjectId> found = projects.findByToken(token).map(Project::id);
            if (found.isPresent()) {
                fresh.put(token, found.get());
                known.put(token, found.get());
            } else {
                known.invalidate(token);
            }
            return found;
        } catch (DatabaseUnavailableException e) {
            ProjectId lastKnown = known.getIfPresent(token);
            if (lastKnown == null) {
                throw e;
            }
            return Optional.of(lastKnown);
        }
    }
}
