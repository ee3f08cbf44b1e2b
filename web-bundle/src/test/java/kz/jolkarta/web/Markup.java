package kz.jolkarta.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags of a page in their order; enough of a parser for pages whose attributes all stand in double quotes. */
record Markup(List<Tag> tags) {
    /** @param end where the tag ends in the page's text */
    record Tag(String name, Map<String, String> attributes, int end) {
        String at(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }

        boolean has(String attribute) {
            return attributes.containsKey(attribute);
        }

        /** What does not change with the words. */
        String shape() {
            return name + attributes.keySet();
        }
    }

    private static final Pattern TAG =
            Pattern.compile("<(/?[a-z][a-z0-9]*)((?:\\s+[^\\s=>\"/]+(?:=\"[^\"]*\")?)*)\\s*/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=>\"/]+)(?:=\"([^\"]*)\")?");

    static Markup of(String html) {
        List<Tag> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(html);
        while (matcher.find()) {
            Map<String, String> attributes = new LinkedHashMap<>();
            Matcher pairs = ATTRIBUTE.matcher(matcher.group(2));
            while (pairs.find()) {
                attributes.put(pairs.group(1), pairs.group(2) == null ? "" : pairs.group(2));
            }
            tags.add(new Tag(matcher.group(1), attributes, matcher.end()));
        }
        return new Markup(tags);
    }

    List<Tag> all(String name) {
        return tags.stream().filter(t -> t.name().equals(name)).toList();
    }

    List<String> ids() {
        return tags.stream().filter(t -> t.has("id")).map(t -> t.at("id")).toList();
    }

    List<String> shapes() {
        return tags.stream().map(Tag::shape).toList();
    }
}
