// Written by scripts/extract-descriptions.ts from the doc comments of this folder: change those.
import type { CatalogueDescriptions } from './catalogue-descriptions.js';

/** What the doc comments of the catalogue say, as data. */
export const descriptions: CatalogueDescriptions = {
  "actions": {
    "api/info": {
      "description": "Tells about the API itself.",
      "evidence": "observed",
      "arguments": {}
    },
    "item/view": {
      "description": "Lists items of one or more accounts.",
      "evidence": "documented",
      "facts": {
        "output": "observed"
      },
      "arguments": {
        "item": {
          "description": "Items with these IDs.",
          "evidence": "documented"
        },
        "category": {
          "description": "Items in these categories, by ID.",
          "evidence": "documented"
        },
        "searchtitle": {
          "description": "Items whose title contains this.",
          "evidence": "documented"
        },
        "searchdescription": {
          "description": "Items whose description contains this.",
          "evidence": "documented"
        },
        "searchfulltext": {
          "description": "Items that contain this in any of their texts.",
          "evidence": "documented"
        },
        "searchkeywords": {
          "description": "Items with this keyword; one, without a comma.",
          "evidence": "documented"
        },
        "title": {
          "description": "Items with exactly this title.",
          "evidence": "documented"
        },
        "description": {
          "description": "Items with exactly this description.",
          "evidence": "documented"
        },
        "externalid": {
          "description": "Items for which another system has exactly this ID.",
          "evidence": "documented"
        },
        "mindatecreated": {
          "description": "Items made at this time or later.",
          "evidence": "documented"
        },
        "maxdatecreated": {
          "description": "Items made at this time or earlier.",
          "evidence": "documented"
        },
        "mindatemodified": {
          "description": "Items last changed at this time or later.",
          "evidence": "documented"
        },
        "maxdatemodified": {
          "description": "Items last changed at this time or earlier.",
          "evidence": "documented"
        },
        "mindateaired": {
          "description": "Items aired at this time or later.",
          "evidence": "documented"
        },
        "maxdateaired": {
          "description": "Items aired at this time or earlier.",
          "evidence": "documented"
        },
        "archived": {
          "description": "Items that are archived, or that are not; `null` shows both.",
          "evidence": "documented"
        },
        "showfiles": {
          "description": "Whether to show the files of each item; their fields are not known.",
          "evidence": "documented"
        },
        "livestream": {
          "description": "Items recorded from this live stream, by ID.",
          "evidence": "documented"
        },
        "user": {
          "description": "Items made by this user, by ID.",
          "evidence": "documented"
        },
        "itemtype": {
          "description": "Items of this type.",
          "evidence": "observed"
        },
        "orderfield": {
          "description": "What to order by; more labels may exist than those seen.",
          "evidence": "observed"
        },
        "order": {
          "description": "Upwards or downwards.",
          "evidence": "observed"
        },
        "limit": {
          "description": "How many rows a page has. The greatest value that the platform takes is not known.",
          "evidence": "documented"
        },
        "offset": {
          "description": "How many rows to skip.",
          "evidence": "documented"
        }
      }
    },
    "item/create": {
      "description": "Makes an item, without a file. The token that it needs is not known.",
      "evidence": "documented",
      "arguments": {
        "itemtype": {
          "description": "What the item is.",
          "evidence": "documented"
        },
        "title": {
          "description": "The title; the item's ID unless given.",
          "evidence": "documented"
        },
        "author": {
          "description": "Who made it.",
          "evidence": "documented"
        },
        "copyright": {
          "description": "Whose rights it is under.",
          "evidence": "documented"
        },
        "description": {
          "description": "A description.",
          "evidence": "documented"
        },
        "externalid": {
          "description": "The ID that another system has for it.",
          "evidence": "documented"
        },
        "dateaired": {
          "description": "When it was or will be aired.",
          "evidence": "documented"
        },
        "externallink": {
          "description": "An address that belongs to it.",
          "evidence": "documented"
        },
        "keywords": {
          "description": "Keywords, as a list or with commas between them.",
          "evidence": "documented"
        },
        "securityprofile": {
          "description": "ID of its security profile.",
          "evidence": "documented"
        },
        "livestream": {
          "description": "ID of the live stream that it is recorded from.",
          "evidence": "documented"
        },
        "archived": {
          "description": "Whether it is archived, and so hidden from most lists.",
          "evidence": "documented"
        },
        "protected": {
          "description": "Whether it is protected; the account's default unless given.",
          "evidence": "documented"
        },
        "vrtype": {
          "description": "The kind of virtual reality that it is made for; the labels are not known.",
          "evidence": "documented"
        }
      }
    },
    "user/viewme": {
      "description": "Shows the user who asks: by their own key, or in a session.",
      "evidence": "observed",
      "arguments": {}
    }
  },
  "types": {
    "ApiInfo": {
      "description": "What `api/info` tells of the API. Its fields are not known.",
      "fields": {}
    },
    "ItemMediaLink": {
      "description": "Addresses of an item's media.",
      "fields": {
        "progressive": {
          "description": "A file to be downloaded while it plays.",
          "evidence": "observed"
        },
        "hls": {
          "description": "An HLS playlist.",
          "evidence": "observed"
        }
      }
    },
    "ItemAccount": {
      "description": "The account that an item belongs to.",
      "fields": {
        "id": {
          "description": "The account's ID.",
          "evidence": "observed"
        },
        "name": {
          "description": "The account's name.",
          "evidence": "observed"
        }
      }
    },
    "Item": {
      "description": "A piece of media: a video or a sound with what is told about it. Responses may have more fields.",
      "fields": {
        "id": {
          "description": "The item's ID.",
          "evidence": "observed"
        },
        "title": {
          "description": "The title.",
          "evidence": "observed"
        },
        "type": {
          "description": "What it is.",
          "evidence": "observed"
        },
        "description": {
          "description": "A description, where there is one.",
          "evidence": "observed"
        },
        "duration": {
          "description": "How long it plays, in seconds. The text that the platform sends has no documented form.",
          "evidence": "inferred"
        },
        "datecreated": {
          "description": "When the item was made.",
          "evidence": "observed"
        },
        "dateaired": {
          "description": "When it was aired, where that is set.",
          "evidence": "observed"
        },
        "views": {
          "description": "How often it was viewed.",
          "evidence": "observed"
        },
        "keywords": {
          "description": "Keywords.",
          "evidence": "observed"
        },
        "selectedthumbnailurl": {
          "description": "Address of the chosen thumbnail, where there is one.",
          "evidence": "observed"
        },
        "medialink": {
          "description": "Addresses of the media.",
          "evidence": "observed"
        },
        "account": {
          "description": "The account that it belongs to.",
          "evidence": "observed"
        },
        "datemodified": {
          "description": "When the item was last changed. Not seen in a response; the filters of this name suggest it.",
          "evidence": "inferred"
        },
        "author": {
          "description": "Who made it.",
          "evidence": "inferred"
        },
        "copyright": {
          "description": "Whose rights it is under.",
          "evidence": "inferred"
        },
        "externalid": {
          "description": "The ID that another system has for it.",
          "evidence": "inferred"
        },
        "externallink": {
          "description": "An address that belongs to it.",
          "evidence": "inferred"
        },
        "securityprofile": {
          "description": "ID of its security profile.",
          "evidence": "inferred"
        },
        "livestream": {
          "description": "ID of the live stream that it was recorded from.",
          "evidence": "inferred"
        },
        "archived": {
          "description": "Whether it is archived, and so hidden from most lists.",
          "evidence": "inferred"
        },
        "protected": {
          "description": "Whether it is protected.",
          "evidence": "inferred"
        },
        "vrtype": {
          "description": "The kind of virtual reality that it is made for; the labels are not known.",
          "evidence": "inferred"
        }
      }
    },
    "Me": {
      "description": "The user who asks, as `user/viewme` shows them. Texts are empty where nothing is set.",
      "fields": {
        "id": {
          "description": "The user's ID.",
          "evidence": "observed"
        },
        "username": {
          "description": "The name to log in with.",
          "evidence": "observed"
        },
        "active": {
          "description": "Whether the user may do anything at all.",
          "evidence": "observed"
        },
        "datecreated": {
          "description": "When the user was made.",
          "evidence": "observed"
        },
        "datemodified": {
          "description": "When the user was last changed.",
          "evidence": "observed"
        },
        "email": {
          "description": "The user's address for mail.",
          "evidence": "observed"
        },
        "sessionsenabled": {
          "description": "Whether the user may log in through an application.",
          "evidence": "observed"
        },
        "timezone": {
          "description": "The zone of the user's dates.",
          "evidence": "observed"
        },
        "mobilephone": {
          "description": "",
          "evidence": "observed"
        },
        "address": {
          "description": "",
          "evidence": "observed"
        },
        "zipcode": {
          "description": "",
          "evidence": "observed"
        },
        "city": {
          "description": "",
          "evidence": "observed"
        },
        "firstname": {
          "description": "",
          "evidence": "observed"
        },
        "lastname": {
          "description": "",
          "evidence": "observed"
        }
      }
    }
  }
};
