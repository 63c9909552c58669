package org.waymark.events.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.events.review.ReviewKind;

/** The rule packs there are. */
public final class RulePacks {

    private static final String FOLDER = "/packs/";
    private static final String INDEX = "index.yml";

    private final Map<String, RulePack> byId;

    RulePacks(Collection<RulePack> packs) {
        Map<String, RulePack> map = new LinkedHashMap<>();
        packs.forEach(pack -> map.put(pack.id(), pack));
        byId = Collections.unmodifiableMap(map);
    }

    /**
     * Reads the packs that come with Waymark.
     *
     * @throws BrokenPack if one can't be read; its message names file and entry
     */
    public static RulePacks shipped() {
        List<String> ids = PackFile.open(INDEX, text(INDEX)).words("packs");
        return new RulePacks(ids.stream().map(RulePacks::shipped).toList());
    }

    private static RulePack shipped(String id) {
        String file = id + ".yml";
        RulePack pack = PackFile.open(file, text(file)).pack();
        if (!pack.id().equals(id)) {
            throw new BrokenPack(file, "id", "'%s' is not the name of the file".formatted(pack.id()));
        }
        return pack;
    }

    private static String text(String file) {
        try (InputStream in = RulePacks.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new BrokenPack(file, "packs", "there is no such file");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Collection<RulePack> all() {
        return byId.values();
    }

    public Optional<RulePack> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Returns the pack for a review that is scheduled on a day: of those for its kind the latest that is valid then, or the
     * earliest if the day is before all.
     */
    public RulePack forReview(ReviewKind kind, LocalDate day) {
        List<RulePack> packs = byId.values().stream()
                .filter(pack -> pack.kinds().contains(kind))
                .sorted(Comparator.comparing(RulePack::validFrom))
                .toList();
        return packs.stream()
                .filter(pack -> !pack.validFrom().isAfter(day))
                .reduce((_, later) -> later)
                .orElseGet(packs::getFirst);
    }
}
