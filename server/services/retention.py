"""The store and the sketches' key as the settings want them."""

from __future__ import annotations

from server.services.sketch_key import SketchKey
from server.settings import Settings, with_saved
from server.store.records import Retention
from server.store.store import Store


def present_settings(settings: Settings, store: Store) -> Settings:
    """The settings of this run with what the web app has saved."""
    return with_saved(settings, store.settings.get().value)


def keep_by(settings: Settings, store: Store, sketch_key: SketchKey) -> None:
    """Keep as much history as these settings say, and no sketch and key that they do not want.

    Raises SoiError or OSError for a disk that takes no writing.
    """
    store.checks.set_retention(retention(settings))
    sketch_key.tidy()


def retention(settings: Settings) -> Retention:
    """How much history the store keeps by these settings."""
    return Retention(visits_per_creator=settings.keep_visits, days=settings.keep_days or None)
