package com.modex.booking.benchmark;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pairs of free seats all over some shows, in random order, each dealt once. When all are dealt it starts over: what is
 * dealt then is sold, and shows as refusals.
 */
final class Deck {

    private final List<String> shows;
    private final int firstSeat;
    private final int pairsPerShow;
    private final int[] order;
    private final AtomicInteger dealt = new AtomicInteger();

    /** Of shows of which all seats are free. */
    Deck(List<String> shows, int seatsPerShow, long seed) {
        this(shows, 1, seatsPerShow, seed);
    }

    /** Of the seats between two numbers, both included. */
    Deck(List<String> shows, int firstSeat, int lastSeat, long seed) {
        this.shows = List.copyOf(shows);
        this.firstSeat = firstSeat;
        this.pairsPerShow = (lastSeat - firstSeat + 1) / 2;
        this.order = new int[shows.size() * pairsPerShow];
        Random random = new Random(seed);
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
    }

    Seats deal() {
        int pair = order[Math.floorMod(dealt.getAndIncrement(), order.length)];
        return new Seats(shows.get(pair / pairsPerShow), firstSeat + 2 * (pair % pairsPerShow), 2);
    }
}
