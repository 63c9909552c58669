package org.waymark.query.image;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * A list that only grows: a longer one shares its array with the shorter ones, which never look beyond their own size. Grown
 * by one thread, read by any.
 */
final class Grown<T> extends AbstractList<T> implements RandomAccess {

    private static final Grown<?> EMPTY = new Grown<>(new Object[0], 0);

    private final Object[] items;
    private final int size;

    private Grown(Object[] items, int size) {
        this.items = items;
        this.size = size;
    }

    @SuppressWarnings("unchecked")
    static <T> Grown<T> empty() {
        return (Grown<T>) EMPTY;
    }

    /** Returns the list with one more item; the array is copied when it is full, or has grown otherwise. */
    Grown<T> plus(T item) {
        boolean free = size < items.length && items[size] == null;
        Object[] into = free ? items : Arrays.copyOf(items, Math.max(2, size + (size >> 1) + 1));
        if (!free) {
            Arrays.fill(into, size, into.length, null);
        }
        into[size] = Objects.requireNonNull(item);
        return new Grown<>(into, size + 1);
    }

    /** Returns the first items. */
    Grown<T> first(int count) {
        return count == size ? this : new Grown<>(items, Math.min(count, size));
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
        Objects.checkIndex(index, size);
        return (T) items[index];
    }

    @Override
    public int size() {
        return size;
    }
}
